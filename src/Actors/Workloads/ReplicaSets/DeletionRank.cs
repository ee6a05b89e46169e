using System.Globalization;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.ReplicaSets;

/// <summary>What the order in which pods go depends on, read off a pod once.</summary>
/// <param name="Phase">0 while pending, 1 unknown, 2 running.</param>
/// <param name="Cost">The annotation <c>controller.kubernetes.io/pod-deletion-cost</c>; 0 where it is none.</param>
/// <param name="Crowd">Active pods of the same workload on its node.</param>
/// <param name="ReadySince">Null while it isn't ready.</param>
internal sealed record DeletionRank(
    string Uid,
    bool IsAssigned,
    int Phase,
    bool IsReady,
    int Cost,
    int Crowd,
    DateTimeOffset? ReadySince,
    int Restarts,
    int SidecarRestarts,
    DateTimeOffset? Created)
{
    private const string CostAnnotation = "controller.kubernetes.io/pod-deletion-cost";

    public static DeletionRank Of(Pod pod, int crowd) => new(
        pod.Metadata.Uid ?? "",
        !string.IsNullOrEmpty(pod.Spec.NodeName),
        pod.Status.Phase switch { PodPhases.Running => 2, PodPhases.Unknown => 1, _ => 0 },
        PodReadiness.IsReady(pod),
        CostOf(pod),
        crowd,
        PodReadiness.AvailableAt(pod, 0),
        MostRestarts(pod.Status.ContainerStatuses),
        MostRestarts(Sidecars(pod)),
        pod.Metadata.CreationTimestamp);

    private static int CostOf(Pod pod) =>
        pod.Metadata.Annotations is { } annotations && annotations.TryGetValue(CostAnnotation, out var text)
        && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var cost) ? cost : 0;

    private static int MostRestarts(IEnumerable<ContainerStatus>? statuses) => statuses?.Select(static s => s.RestartCount).DefaultIfEmpty().Max() ?? 0;

    private static IEnumerable<ContainerStatus>? Sidecars(Pod pod)
    {
        var names = pod.Spec.InitContainers?.Where(PodContainers.IsSidecar).Select(static c => c.Name).ToHashSet(StringComparer.Ordinal);
        return names is { Count: > 0 } ? pod.Status.InitContainerStatuses?.Where(s => names.Contains(s.Name)) : null;
    }
}
