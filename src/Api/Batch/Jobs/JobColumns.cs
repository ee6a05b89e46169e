using ActorKube.Api.Apps;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Batch;

internal static class JobColumns
{
    public static readonly IReadOnlyList<Column<Job>> All =
    [
        Column<Job>.NameColumn,
        new("Status", "Where the job is in its life.", static j => Status(j)),
        new("Completions", "Pods that have succeeded of those that have to.", static j => Completions(j)),
        new("Duration", "string", "", "How long the job has run or ran.", 0, static (j, now) => Duration(j.Status, now)),
        Column<Job>.AgeColumn,
        WorkloadColumns.Containers<Job>(static j => j.Spec.Template),
        WorkloadColumns.Images<Job>(static j => j.Spec.Template),
        WorkloadColumns.Selector<Job>(static j => SelectorText.Of(j.Spec.Selector)),
    ];

    private static string Status(Job job) =>
        job.Is(JobConditions.Complete) ? "Complete"
        : job.Is(JobConditions.Failed) ? "Failed"
        : job.Metadata.DeletionTimestamp is not null ? "Terminating"
        : job.Is(JobConditions.Suspended) ? "Suspended"
        : job.Is(JobConditions.FailureTarget) ? "FailureTarget"
        : "Running";

    private static string Completions(Job job) => job.Spec switch
    {
        { Completions: { } completions } => $"{job.Status.Succeeded}/{completions}",
        { Parallelism: > 1 and var parallelism } => $"{job.Status.Succeeded}/1 of {parallelism}",
        _ => $"{job.Status.Succeeded}/1",
    };

    private static string Duration(JobStatus status, DateTimeOffset now) =>
        status.StartTime is { } start ? Ages.Short((status.CompletionTime ?? now) - start) : "";
}
