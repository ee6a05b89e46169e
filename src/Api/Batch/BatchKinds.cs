using ActorKube.Api.Kinds;

namespace ActorKube.Api.Batch;

/// <summary>The kinds of <c>batch/v1</c>.</summary>
public static class BatchKinds
{
    public static IReadOnlyList<Kind> All { get; } = [CronJobKind.Kind, JobKind.Kind];
}
