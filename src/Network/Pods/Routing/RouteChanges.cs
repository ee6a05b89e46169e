using ActorKube.Network.Addressing;
using ActorKube.Network.Kernel;
using ActorKube.Network.Pods.Plans;

namespace ActorKube.Network.Pods.Routing;

/// <summary>What has to be done to the kernel's routes. Pure.</summary>
/// <param name="Gone">Routes that nobody wants.</param>
/// <param name="Come">Routes that are missing or lead elsewhere.</param>
internal sealed record RouteChanges(IReadOnlyList<KernelRoute> Gone, IReadOnlyList<PodRoute> Come)
{
    /// <param name="actual">Routes with our mark.</param>
    /// <param name="cluster">Routes to other addresses are somebody else's.</param>
    public static RouteChanges Between(IReadOnlyCollection<KernelRoute> actual, IReadOnlyCollection<PodRoute> wanted, Ipv4Network cluster)
    {
        var destinations = wanted.Select(static w => w.Destination).ToHashSet();
        var present = actual.GroupBy(static r => r.Destination).ToDictionary(static g => g.Key, static g => g.First());
        return new RouteChanges(
            [.. actual.Where(r => cluster.Contains(r.Destination) && !destinations.Contains(r.Destination))],
            [.. wanted.Where(w => !(present.TryGetValue(w.Destination, out var r) && r.Gateway == w.Gateway && (w.Device == 0 || r.Device == w.Device)))]);
    }
}
