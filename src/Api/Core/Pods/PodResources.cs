using ActorKube.Api.Quantities;

namespace ActorKube.Api.Core;

/// <summary>
/// What a pod asks of its node. Init containers run one after another, before the others; sidecars (init containers with
/// restartPolicy Always) go on running beside everything that starts after them. Example, in CPU:
/// <code>
/// init a 2, sidecar b 1, init c 3, containers d 1 and e 1, overhead 0.5
/// while starting: max(a 2, b 1, b 1 + c 3) = 4     then: b 1 + d 1 + e 1 = 3     in all: max(4, 3) + 0.5 = 4.5
/// </code>
/// </summary>
public static class PodResources
{
    public static IReadOnlyDictionary<string, Quantity> Requests(PodSpec spec)
    {
        var sum = Aggregate(spec, static c => c.Resources.Requests);
        ResourceLists.Add(sum, spec.Overhead);
        return sum;
    }

    public static IReadOnlyDictionary<string, Quantity> Requests(Pod pod) => Requests(pod.Spec);

    /// <summary>As the requests; overhead is added only where there is a limit to add it to.</summary>
    public static IReadOnlyDictionary<string, Quantity> Limits(PodSpec spec)
    {
        var sum = Aggregate(spec, static c => c.Resources.Limits);
        ResourceLists.Add(sum, spec.Overhead?.Where(e => sum.TryGetValue(e.Key, out var limit) && !limit.IsZero).ToDictionary(StringComparer.Ordinal));
        return sum;
    }

    public static IReadOnlyDictionary<string, Quantity> Limits(Pod pod) => Limits(pod.Spec);

    private static Dictionary<string, Quantity> Aggregate(PodSpec spec, Func<Container, IReadOnlyDictionary<string, Quantity>?> part)
    {
        var running = new Dictionary<string, Quantity>(StringComparer.Ordinal);
        var sidecars = new Dictionary<string, Quantity>(StringComparer.Ordinal);
        var starting = new Dictionary<string, Quantity>(StringComparer.Ordinal);
        foreach (var container in spec.Containers.OrEmpty())
        {
            ResourceLists.Add(running, part(container));
        }

        foreach (var container in spec.InitContainers.OrEmpty())
        {
            if (PodContainers.IsSidecar(container))
            {
                ResourceLists.Add(running, part(container));
                ResourceLists.Add(sidecars, part(container));
                ResourceLists.Max(starting, sidecars);
            }
            else
            {
                var together = new Dictionary<string, Quantity>(sidecars, StringComparer.Ordinal);
                ResourceLists.Add(together, part(container));
                ResourceLists.Max(starting, together);
            }
        }

        ResourceLists.Max(running, starting);
        return running;
    }
}
