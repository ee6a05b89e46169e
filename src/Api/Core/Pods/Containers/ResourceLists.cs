using ActorKube.Api.Quantities;

namespace ActorKube.Api.Core;

/// <summary>Arithmetic on amounts of resources by name.</summary>
public static class ResourceLists
{
    private const int Milli = -3;

    /// <summary>Amounts finer than a thousandth are rounded up: 0.1234 is 124m.</summary>
    public static IReadOnlyDictionary<string, Quantity>? RoundToMilli(IReadOnlyDictionary<string, Quantity>? list) =>
        list is null || list.Values.All(static q => q == q.RoundUp(Milli)) ? list : list.ToDictionary(e => e.Key, e => e.Value.RoundUp(Milli), StringComparer.Ordinal);

    public static ResourceRequirements RoundToMilli(ResourceRequirements resources)
    {
        var (limits, requests) = (RoundToMilli(resources.Limits), RoundToMilli(resources.Requests));
        return ReferenceEquals(limits, resources.Limits) && ReferenceEquals(requests, resources.Requests)
            ? resources
            : resources with { Limits = limits, Requests = requests };
    }

    /// <summary>A request that isn't given is the limit of the same resource.</summary>
    public static ResourceRequirements RequestsFromLimits(ResourceRequirements resources)
    {
        if (resources.Limits is not { } limits || (resources.Requests is { } given && limits.Keys.All(given.ContainsKey)))
        {
            return resources;
        }

        var requests = new Dictionary<string, Quantity>(resources.Requests.OrEmpty(), StringComparer.Ordinal);
        foreach (var (name, limit) in limits)
        {
            requests.TryAdd(name, limit);
        }

        return resources with { Requests = requests };
    }

    /// <summary>Adds <paramref name="more"/> to <paramref name="sum"/>, resource by resource.</summary>
    public static void Add(Dictionary<string, Quantity> sum, IReadOnlyDictionary<string, Quantity>? more)
    {
        foreach (var (name, amount) in more.OrEmpty())
        {
            sum[name] = sum.TryGetValue(name, out var current) ? current + amount : amount;
        }
    }

    /// <summary>Raises <paramref name="maximum"/> to <paramref name="other"/> where that is more.</summary>
    public static void Max(Dictionary<string, Quantity> maximum, IReadOnlyDictionary<string, Quantity>? other)
    {
        foreach (var (name, amount) in other.OrEmpty())
        {
            if (!maximum.TryGetValue(name, out var current) || amount > current)
            {
                maximum[name] = amount;
            }
        }
    }
}
