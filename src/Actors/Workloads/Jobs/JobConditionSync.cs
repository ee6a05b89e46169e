using System.Collections.Immutable;
using ActorKube.Api.Batch;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>The conditions of a Job that goes on or announces its end, and the Events that tell of a change.</summary>
internal sealed record JobConditionSync(IReadOnlyList<JobCondition> Conditions, ImmutableArray<ReconcileAction> Events)
{
    public static JobConditionSync Of(JobTurn turn, JobOutcome? outcome)
    {
        var conditions = turn.Job.Status.Conditions ?? [];
        return outcome switch
        {
            { IsAnnounced: true } => new(conditions, []),
            { } announces => new([.. conditions, JobStatusMath.Condition(announces.Announcement, announces.Reason, announces.Message, turn.Now)], []),
            null when turn.IsDeleting => new(conditions, []),
            null => Suspension(turn, conditions),
        };
    }

    /// <summary>A Job that never was suspended does not say so.</summary>
    private static JobConditionSync Suspension(JobTurn turn, IReadOnlyList<JobCondition> conditions)
    {
        var next = turn.IsSuspended
            ? JobStatusMath.Condition(JobConditions.Suspended, JobReasons.Suspended, "Job suspended", turn.Now)
            : JobStatusMath.Condition(JobConditions.Suspended, JobReasons.Resumed, "Job resumed", turn.Now, ConditionStatus.False);
        var old = conditions.FirstOrDefault(static c => c.Type == JobConditions.Suspended);
        if (old is null ? !turn.IsSuspended : (old.Status, old.Reason, old.Message) == (next.Status, next.Reason, next.Message))
        {
            return new(conditions, []);
        }

        IReadOnlyList<JobCondition> changed = old is null ? [.. conditions, next] : [.. conditions.Select(c => c == old ? next : c)];
        return new(changed, [JobEvents.Normal(turn.Job, turn.IsSuspended ? "Suspended" : "Resumed", next.Message!)]);
    }
}
