using System.Globalization;

namespace ActorKube.Host.Composition.Fleet;

/// <summary>A simulated node before it is started.</summary>
/// <param name="Index">Its place among those of all hosts, by which it has its addresses.</param>
internal sealed record PlannedNode(string Name, int Index, NodePool Pool, IReadOnlyDictionary<string, string> Labels);

/// <summary>Which simulated nodes a host carries. Pure.</summary>
internal static class FleetPlan
{
    public const string RackLabel = "topology.actorkube.io/rack";
    private const string ZoneLabel = "topology.kubernetes.io/zone";

    /// <param name="host">Begins all names.</param>
    /// <exception cref="ArgumentException">There are too many, or two would have the same address.</exception>
    public static IReadOnlyList<PlannedNode> Of(string host, IReadOnlyList<NodePool> pools)
    {
        var count = pools.Sum(static p => p.Count);
        if (count > NodePool.MostNodes)
        {
            throw new ArgumentException($"A host carries at most {NodePool.MostNodes} simulated nodes, and not {count}.");
        }

        var nodes = new List<PlannedNode>(count);
        var (next, taken) = (0, new HashSet<int>());
        foreach (var pool in pools)
        {
            var first = pool.First ?? next;
            next = first + pool.Count;
            if (next > FleetAddresses.MostNodes)
            {
                throw new ArgumentException($"There are addresses for {FleetAddresses.MostNodes} simulated nodes.");
            }

            for (var place = 0; place < pool.Count; place++)
            {
                if (!taken.Add(first + place))
                {
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Simulated nodes with first={first} have addresses that others of the host have already."));
                }

                nodes.Add(new PlannedNode(Name(host, nodes.Count), first + place, pool, Labels(pool, place)));
            }
        }

        return nodes;
    }

    /// <summary>The pools of one of several hosts that carry as many nodes each.</summary>
    /// <param name="number">From 0.</param>
    public static IReadOnlyList<string> OfHost(IReadOnlyList<string> pools, int number)
    {
        var counts = pools.Select(static p => NodePool.Parse(p).Count).ToList();
        return [.. pools.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{p},first={(number * counts.Sum()) + counts.Take(i).Sum()}"))];
    }

    public static string Name(string host, int index) => string.Create(CultureInfo.InvariantCulture, $"{host}-{index + 1:00000}");

    /// <summary>Of 100 nodes in 10 racks and 3 zones node 47 is in rack-5, which is in zone-2.</summary>
    private static Dictionary<string, string> Labels(NodePool pool, int place)
    {
        var labels = pool.Labels.ToDictionary(StringComparer.Ordinal);
        var racks = Math.Max(pool.Racks, pool.Zones);
        if (racks > 0)
        {
            var rack = (int)((long)place * racks / pool.Count);
            if (pool.Racks > 0)
            {
                labels[RackLabel] = string.Create(CultureInfo.InvariantCulture, $"rack-{rack + 1}");
            }

            if (pool.Zones > 0)
            {
                labels[ZoneLabel] = string.Create(CultureInfo.InvariantCulture, $"zone-{(rack % pool.Zones) + 1}");
            }
        }

        return labels;
    }
}
