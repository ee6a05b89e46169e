using ActorKube.Api.Quantities;

namespace ActorKube.Api.Core;

/// <summary>
/// The quality of service that a pod's requests and limits for CPU and memory earn it: Guaranteed when every container limits both
/// and requests as much, BestEffort when none asks for anything, Burstable otherwise.
/// </summary>
public static class PodQos
{
    public static string Of(PodSpec spec)
    {
        var containers = spec.Containers.OrEmpty().Concat(spec.InitContainers.OrEmpty()).Select(static c => c.Resources).ToList();
        var (requests, limits) = (Sum(containers.Select(static r => r.Requests)), Sum(containers.Select(static r => r.Limits)));
        if (requests.Count == 0 && limits.Count == 0)
        {
            return QosClasses.BestEffort;
        }

        return containers.All(static r => IsPositive(r.Limits, ContainerResourceNames.Cpu) && IsPositive(r.Limits, ContainerResourceNames.Memory))
            && requests.Count == limits.Count
            && requests.All(r => limits.TryGetValue(r.Key, out var limit) && limit == r.Value)
            ? QosClasses.Guaranteed
            : QosClasses.Burstable;
    }

    private static Dictionary<string, Quantity> Sum(IEnumerable<IReadOnlyDictionary<string, Quantity>?> lists)
    {
        var sum = new Dictionary<string, Quantity>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            ResourceLists.Add(sum, list?.Where(static e => e.Key is ContainerResourceNames.Cpu or ContainerResourceNames.Memory && e.Value.Sign > 0)
                .ToDictionary(StringComparer.Ordinal));
        }

        return sum;
    }

    private static bool IsPositive(IReadOnlyDictionary<string, Quantity>? list, string name) => list.OrEmpty().TryGetValue(name, out var amount) && amount.Sign > 0;
}
