using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;

namespace ActorKube.Actors.Workloads.ReplicaSets;

/// <summary>The condition that says why pods could not be made or deleted. It stays as it began until a turn succeeds.</summary>
internal static class ReplicaSetFailure
{
    public const string Type = "ReplicaFailure";

    public static ReplicaSetStatus Set(ReplicaSetStatus status, bool creating, ApiException refusal, DateTimeOffset now) => Has(status) ? status : status with
    {
        Conditions =
        [
            .. status.Conditions ?? [],
            new ReplicaSetCondition
            {
                Type = Type,
                Status = ConditionStatus.True,
                Reason = creating ? "FailedCreate" : "FailedDelete",
                Message = refusal.Message,
                LastTransitionTime = now,
            },
        ],
    };

    public static ReplicaSetStatus Clear(ReplicaSetStatus status)
    {
        if (!Has(status))
        {
            return status;
        }

        var rest = status.Conditions!.Where(static c => c.Type != Type).ToList();
        return status with { Conditions = rest.Count == 0 ? null : rest };
    }

    private static bool Has(ReplicaSetStatus status) => status.Conditions?.Any(static c => c.Type == Type) == true;
}
