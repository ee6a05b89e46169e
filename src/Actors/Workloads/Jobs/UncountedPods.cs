using ActorKube.Api.Batch;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>The uids that a status lists as ended and not counted yet.</summary>
internal sealed class UncountedPods(UncountedTerminatedPods? listed)
{
    public HashSet<string> Succeeded { get; } = [.. listed?.Succeeded ?? []];

    public HashSet<string> Failed { get; } = [.. listed?.Failed ?? []];

    public int Count => Succeeded.Count + Failed.Count;
}
