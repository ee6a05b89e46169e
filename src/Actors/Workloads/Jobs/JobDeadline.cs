using ActorKube.Api.Batch;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>How long a Job may run (<c>activeDeadlineSeconds</c>). The time that it is suspended doesn't count, since resuming it starts it anew.</summary>
internal static class JobDeadline
{
    /// <summary>Since when it runs; null while it never did.</summary>
    public static DateTimeOffset? StartOf(JobTurn turn) =>
        !turn.IsSuspended && (turn.Job.Status.StartTime is null || turn.Job.Is(JobConditions.Suspended)) ? turn.Now : turn.Job.Status.StartTime;

    /// <summary>When it has run long enough; null if that never comes.</summary>
    public static DateTimeOffset? Of(JobTurn turn) => turn.IsSuspended ? null : StartOf(turn) + turn.Spec.ActiveDeadlineSeconds switch
    {
        { } seconds => TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue)),
        null => null,
    };
}
