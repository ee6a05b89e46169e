using ActorKube.Api.Serialization;

namespace ActorKube.Api.Batch;

/// <summary>
/// Which parts of a Job's status a write changes. A rule is applied only where one of the fields it speaks of changes: so a status
/// that breaks it for other reasons, such as a specification that has just changed, can still be mended step by step.
/// </summary>
internal readonly record struct JobStatusChange(Job Next, Job Previous)
{
    public bool Finished => Next.IsFinished() != Previous.IsFinished();

    public bool Active => Next.Status.Active != Previous.Status.Active;

    public bool Ready => Next.Status.Ready != Previous.Status.Ready;

    public bool Terminating => Next.Status.Terminating != Previous.Status.Terminating;

    public bool StartTime => Next.Status.StartTime != Previous.Status.StartTime;

    public bool CompletionTime => Next.Status.CompletionTime != Previous.Status.CompletionTime;

    public bool CompletedIndexes => Next.Status.CompletedIndexes != Previous.Status.CompletedIndexes;

    public bool FailedIndexes => Next.Status.FailedIndexes != Previous.Status.FailedIndexes;

    public bool UncountedPods => !ApiEquality.Same(Next.Status.UncountedTerminatedPods, Previous.Status.UncountedTerminatedPods);

    /// <summary>The condition comes or goes.</summary>
    public bool Condition(string type) => Next.Is(type) != Previous.Is(type);
}
