using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

/// <summary>How far a Job has got, by counts of its Pods.</summary>
[ApiType("io.k8s.api.batch.v1.JobStatus")]
public sealed partial record JobStatus
{
    /// <summary>
    /// Outcome and state. At most one of <c>Complete</c> and <c>Failed</c> is <c>True</c>, and neither goes back; Pods have stopped by then.
    /// </summary>
    [Field(1, List = ListType.Atomic, MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<JobCondition>? Conditions { get; init; }

    /// <summary>When the Job was first worked on; set anew when it resumes from suspension.</summary>
    [Field(2)]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When the Job succeeded; absent for failed Jobs.</summary>
    [Field(3)]
    public DateTimeOffset? CompletionTime { get; init; }

    /// <summary>Pods that run or wait and aren't ending.</summary>
    [Field(4)]
    public int Active { get; init; }

    /// <summary>Pods that have ended with success, counted once each.</summary>
    [Field(5)]
    public int Succeeded { get; init; }

    /// <summary>Pods that have ended with failure, counted once each.</summary>
    [Field(6)]
    public int Failed { get; init; }

    /// <summary>Pods that are ending but haven't stopped yet; they may be replaced meanwhile.</summary>
    [Field(11)]
    public int? Terminating { get; init; }

    /// <summary>Indexes that succeeded, as numbers and ranges: <c>1,3-5,7</c>. For <c>Indexed</c> Jobs.</summary>
    [Field(7)]
    public string? CompletedIndexes { get; init; }

    /// <summary>Indexes that failed for good, written like <c>completedIndexes</c>; only with <c>backoffLimitPerIndex</c>.</summary>
    [Field(10, KeepEmpty = true)]
    public string? FailedIndexes { get; init; }

    /// <summary>Finished Pods that the counters don't contain yet; keeps counting exact across crashes.</summary>
    [Field(8)]
    public UncountedTerminatedPods? UncountedTerminatedPods { get; init; }

    /// <summary>Active Pods whose <c>Ready</c> condition is <c>True</c>.</summary>
    [Field(9)]
    public int? Ready { get; init; }
}
