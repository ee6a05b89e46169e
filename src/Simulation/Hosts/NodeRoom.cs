using ActorKube.Api.Core;
using ActorKube.Api.Quantities;

namespace ActorKube.Simulation.Hosts;

/// <summary>
/// Whether a simulated node has room for one pod more: the last word of the one that runs them. Counts amounts only; the agent that ships has its own admission, with the kubelet's
/// reasons, which is not simulated.
/// </summary>
internal static class NodeRoom
{
    private const string Pods = "pods";

    /// <summary>The resource of which there isn't enough; null if there is room.</summary>
    /// <param name="allocatable">What the node has for pods.</param>
    /// <param name="there">The pods that it has taken and that haven't ended.</param>
    public static string? Lacking(IReadOnlyDictionary<string, Quantity> allocatable, IReadOnlyCollection<Pod> there, Pod pod)
    {
        if (allocatable.TryGetValue(Pods, out var places) && there.Count >= places.Value())
        {
            return Pods;
        }

        var taken = there.Select(PodResources.Requests).ToList();
        return PodResources.Requests(pod)
            .Where(static r => !r.Value.IsZero)
            .OrderBy(static r => r.Key, StringComparer.Ordinal)
            .Where(r => r.Value.MilliValue() + taken.Sum(t => t.TryGetValue(r.Key, out var amount) ? amount.MilliValue() : 0) > allocatable.GetValueOrDefault(r.Key).MilliValue())
            .Select(static r => r.Key)
            .FirstOrDefault();
    }
}
