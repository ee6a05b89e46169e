using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Shared;

/// <summary>
/// The little that those who keep pods look at in every turn. It is read off a pod once and kept with it: of 5,000 pods that a set has, a turn then parses only those
/// that have changed. Labels, times and owners are in the header already.
/// </summary>
/// <param name="IsReady">The condition Ready is True.</param>
/// <param name="ReadyChanged">When it became so, or ceased to be.</param>
/// <param name="Node">Where the pod is; null before it is bound.</param>
/// <param name="Restarts">Of the container that was restarted most.</param>
/// <param name="SidecarRestarts">The same of sidecars.</param>
/// <param name="DeletionCost">The annotation <c>controller.kubernetes.io/pod-deletion-cost</c>; 0 where it is none.</param>
internal sealed record PodFacts(string? Phase, bool IsReady, DateTimeOffset? ReadyChanged, string? Node, int Restarts, int SidecarRestarts, int DeletionCost)
{
    private const string CostAnnotation = "controller.kubernetes.io/pod-deletion-cost";

    /// <summary>Its addresses, of each family, as its node says; none before it has any.</summary>
    public IReadOnlyList<string> Ips { get; init; } = [];

    /// <summary>The name that it wants to be known by within its subdomain; null for none.</summary>
    public string? Hostname { get; init; }

    /// <summary>The headless service by which its name is to be known; null for none.</summary>
    public string? Subdomain { get; init; }

    public bool HasEnded => PodPhases.IsTerminal(Phase);

    public static PodFacts Of(StoredObject stored) => stored.Digest(static s => Read(s.Read<Pod>()));

    /// <summary>Neither ended nor on its way out.</summary>
    public static bool IsActive(StoredObject stored) => !stored.Header.IsDeleting && !Of(stored).HasEnded;

    /// <summary>As <see cref="PodReadiness.AvailableAt"/>.</summary>
    public DateTimeOffset? AvailableAt(int minReadySeconds) => IsReady ? ReadyChanged?.AddSeconds(minReadySeconds) : null;

    /// <summary>As <see cref="PodReadiness.IsAvailable"/>.</summary>
    public bool IsAvailable(int minReadySeconds, DateTimeOffset now) => IsReady && (minReadySeconds == 0 || AvailableAt(minReadySeconds) <= now);

    /// <summary>Not kept: for those that keep other facts of the same pods.</summary>
    public static PodFacts Read(Pod pod)
    {
        var ready = PodConditions.Find(pod.Status, PodConditions.Ready);
        return new PodFacts(
            pod.Status.Phase,
            ready?.Status == ConditionStatus.True,
            ready?.LastTransitionTime,
            TextOf(pod.Spec.NodeName),
            MostRestarts(pod.Status.ContainerStatuses),
            MostRestarts(Sidecars(pod)),
            CostOf(pod))
        {
            Ips = IpsOf(pod.Status),
            Hostname = TextOf(pod.Spec.Hostname),
            Subdomain = TextOf(pod.Spec.Subdomain),
        };
    }

    private static int CostOf(Pod pod) =>
        pod.Metadata.Annotations is { } annotations && annotations.TryGetValue(CostAnnotation, out var text)
        && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var cost) ? cost : 0;

    private static int MostRestarts(IEnumerable<ContainerStatus>? statuses) => statuses?.Select(static s => s.RestartCount).DefaultIfEmpty().Max() ?? 0;

    private static IEnumerable<ContainerStatus>? Sidecars(Pod pod)
    {
        var names = pod.Spec.InitContainers?.Where(PodContainers.IsSidecar).Select(static c => c.Name).ToHashSet(StringComparer.Ordinal);
        return names is { Count: > 0 } ? pod.Status.InitContainerStatuses?.Where(s => names.Contains(s.Name)) : null;
    }

    private static IReadOnlyList<string> IpsOf(PodStatus status) =>
        status.PodIPs is { Count: > 0 } ips ? [.. ips.Select(static i => i.Ip)]
        : string.IsNullOrEmpty(status.PodIP) ? [] : [status.PodIP];

    private static string? TextOf(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
