using ActorKube.Api.Batch;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>The status that a turn leaves.</summary>
internal static class JobStatusMath
{
    /// <param name="turn">The turn.</param>
    /// <param name="tracking">What became of pods that ended.</param>
    /// <param name="active">Pods that run then.</param>
    /// <param name="deleted">Pods that the turn deletes.</param>
    /// <param name="conditions">See <see cref="JobConditionSync"/>.</param>
    public static JobStatus Of(JobTurn turn, JobTracking tracking, int active, IReadOnlyList<JobPod> deleted, IReadOnlyList<JobCondition> conditions)
    {
        var status = turn.Job.Status;
        var indexes = turn.IsIndexed ? tracking.Indexes : null;
        return status with
        {
            StartTime = JobDeadline.StartOf(turn),
            Active = active,
            Ready = turn.Ready - deleted.Count(static p => p.Facts.IsReady),
            Terminating = turn.Terminating.Count + deleted.Count,
            Succeeded = indexes?.Count ?? (status.Succeeded + tracking.CountedSucceeded),
            Failed = status.Failed + tracking.CountedFailed,
            CompletedIndexes = indexes is { Count: > 0 } ? indexes.ToString() : null,
            FailedIndexes = turn.FailedIndexes?.ToString(),
            UncountedTerminatedPods = tracking.Listed,
            Conditions = conditions.Count == 0 ? null : conditions,
        };
    }

    /// <summary>The same with the end that was announced.</summary>
    public static JobStatus Finished(JobStatus status, JobOutcome outcome, DateTimeOffset now) => status with
    {
        Conditions = [.. status.Conditions ?? [], Condition(outcome.End, outcome.Reason, outcome.Message, now)],
        CompletionTime = outcome.Succeeds ? now : null,
    };

    public static JobCondition Condition(string type, string reason, string message, DateTimeOffset now, string status = ConditionStatus.True) => new()
    {
        Type = type,
        Status = status,
        Reason = reason,
        Message = message,
        LastProbeTime = now,
        LastTransitionTime = now,
    };
}
