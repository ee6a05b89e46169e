using System.Collections.Immutable;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Pods.Plans;

/// <summary>
/// Where the pods of the cluster's nodes are to be looked for. Those of this machine are on its bridges, whichever node they are of; those of another are behind its address. Pure.
/// </summary>
internal static class PodPlanner
{
    /// <param name="nodes">All of them, in any order.</param>
    /// <param name="self">Name of the node that plans.</param>
    /// <param name="local">Addresses of this machine.</param>
    public static PodPlan Plan(IEnumerable<PodNode> nodes, string self, IReadOnlySet<uint> local, Ipv4Network cluster, PodNetworkBackend backend)
    {
        var problems = ImmutableDictionary.CreateBuilder<string, string>();
        var routes = ImmutableDictionary.CreateBuilder<PodRoute, string>();
        var peers = ImmutableHashSet.CreateBuilder<TunnelPeer>();
        var machines = new SortedSet<uint>();
        var taken = new Dictionary<Ipv4Network, string>();
        Ipv4Network? own = null;

        // By name: every host decides the same where two nodes say that they have one range.
        foreach (var node in nodes.Where(static n => n.Range is not null).OrderBy(n => n.Name != self).ThenBy(static n => n.Name, StringComparer.Ordinal))
        {
            var range = node.Range!.Value;
            if (!cluster.Contains(range))
            {
                problems[node.Name] = $"its range {range} isn't a part of the cluster CIDR {cluster}";
            }
            else if (!taken.TryAdd(range, node.Name))
            {
                problems[node.Name] = $"its range {range} is that of node {taken[range]} as well";
            }
            else if (node.Name == self)
            {
                own = range;
            }
            else if (node.Address is { } machine && !local.Contains(machine))
            {
                machines.Add(machine);
                routes[new PodRoute(range, backend == PodNetworkBackend.Vxlan ? range.First : machine)] = node.Name;
                if (backend == PodNetworkBackend.Vxlan)
                {
                    peers.Add(new TunnelPeer(range.First, machine));
                }
            }
        }

        return new PodPlan
        {
            Own = own,
            Routes = routes.ToImmutable(),
            Peers = peers.ToImmutable(),

            // What comes out of a tunnel to a machine itself would have to go back by another way, which machines refuse.
            Machines = backend == PodNetworkBackend.Vxlan ? [] : [.. machines],
            Problems = problems.ToImmutable(),
        };
    }
}
