using ActorKube.Api.Kinds;

namespace ActorKube.Api.FlowControl;

internal static class PriorityLevelConfigurationKind
{
    private const string None = "<none>";

    public static readonly Kind<PriorityLevelConfiguration> Kind = new()
    {
        Group = FlowControlKinds.Group,
        Version = "v1",
        Name = "PriorityLevelConfiguration",
        Plural = "prioritylevelconfigurations",
        Namespaced = false,
        HasStatus = true,
        HasGeneration = true,
        Spec = static level => level.Spec,
        OnDefault = static level => level with { Spec = PriorityLevelConfigurationDefaults.Apply(level.Spec) },
        OnCreate = static level => level with { Status = new() },
        OnUpdate = static (next, previous) => next with { Status = previous.Status },
        // A status write changes no metadata.
        OnStatusUpdate = static (next, previous) => previous with { Status = next.Status },
        OnValidate = PriorityLevelConfigurationValidation.Validate,
        OnValidateStatusUpdate = static (next, _, errors) => PriorityLevelConfigurationValidation.ValidateStatus(next.Status, errors),
        TableColumns =
        [
            Column<PriorityLevelConfiguration>.NameColumn,
            new("Type", "Whether requests of the level are limited.", static l => l.Spec.Type),
            new("NominalConcurrencyShares", "Share of the server's concurrency.", static l => l.Spec.Limited?.NominalConcurrencyShares ?? (object)None),
            new("Queues", "Number of queues.", static l => l.Spec.Limited?.LimitResponse.Queuing?.Queues ?? (object)None),
            new("HandSize", "Number of queues that one flow may use.", static l => l.Spec.Limited?.LimitResponse.Queuing?.HandSize ?? (object)None),
            new("QueueLengthLimit", "Requests that one queue holds.", static l => l.Spec.Limited?.LimitResponse.Queuing?.QueueLengthLimit ?? (object)None),
            Column<PriorityLevelConfiguration>.AgeColumn,
        ],
    };
}
