using ActorKube.Api.Apps;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Batch;

/// <summary>Warnings about Jobs and about what makes them.</summary>
internal static class JobWarnings
{
    private const int ManyCompletions = 100_000;
    private const int ManyPods = 10_000;

    /// <param name="path">Where the specification is.</param>
    public static IReadOnlyList<string> Of<T>(T value, T? previous, Func<T, JobSpec> spec, FieldPath path)
        where T : class, IApiObject =>
    [
        .. WorkloadWarnings.Name(value, previous),
        .. Size(value, previous, spec, path),
        .. WorkloadWarnings.Template(value, previous, v => spec(v).Template, path.Child("template")),
    ];

    private static IReadOnlyList<string> Size<T>(T value, T? previous, Func<T, JobSpec> spec, FieldPath path)
        where T : class, IApiObject =>
        WorkloadWarnings.Concern(value, previous) && spec(value) is { Completions: > ManyCompletions, Parallelism: > ManyPods } job && job.IsIndexed()
            ? [
                $"{path}: In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4, "
                    + "Kubernetes might not be able to track completedIndexes when a big number of indexes fail",
            ]
            : [];
}
