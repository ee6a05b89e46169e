using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network.Addressing;
using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy;

/// <summary>From the view to service tables.</summary>
internal sealed class ViewReader(ServiceProxyOptions options)
{
    /// <summary>The table of all services on the node as it is now.</summary>
    /// <param name="before">What was done so far: places are kept.</param>
    public ServiceTable ReadAll(ViewSnapshot view, ServiceTable before)
    {
        var node = ReadNode(view);
        var names = view.List(NetworkIndexes.Services).Select(static s => new ServiceName(s.Key.Namespace, s.Key.Name)).ToHashSet();
        names.UnionWith(before.Services.Keys);
        return (node.Equals(before.Node) ? before : ServiceTable.Empty(node)).With(names.Select(n => KeyValuePair.Create(n, Resolve(view, n, node, before))));
    }

    /// <summary>The table after some services have changed.</summary>
    public static ServiceTable Read(ViewSnapshot view, ServiceTable before, IEnumerable<ServiceName> changed) =>
        before.With(changed.Select(n => KeyValuePair.Create(n, Resolve(view, n, before.Node, before))));

    private NodeFacts ReadNode(ViewSnapshot view)
    {
        var stored = view.Get(new ObjectKey(NetworkIndexes.Nodes, "", options.NodeName));
        return new NodeFacts(options.NodeName)
        {
            Zone = stored is null ? null : Zone.Of(stored),
            Addresses = [.. options.NodeAddresses().Select(Ipv4.Of).Distinct().Order()],
            PodNetworks = [.. stored is null ? [] : Networks(stored.Read<Node>().Spec)],
        };
    }

    private static ServiceRoutes? Resolve(ViewSnapshot view, ServiceName name, NodeFacts node, ServiceTable before)
    {
        if (view.Get(new ObjectKey(NetworkIndexes.Services, name.Namespace, name.Name)) is not { } stored)
        {
            return null;
        }

        var slices = view.Lookup(NetworkIndexes.Slices, NetworkIndexes.SlicesOfService, name.ToString()).Select(static s => s.Read<EndpointSlice>()).ToList();
        return ServiceResolver.Resolve(stored.Read<Service>(), slices, node, before.Find(name));
    }

    private static IEnumerable<Ipv4Network> Networks(NodeSpec spec)
    {
        foreach (var text in spec.PodCIDRs is { Count: > 0 } all ? all : [spec.PodCIDR ?? ""])
        {
            if (Ipv4Network.TryParse(text, out var network))
            {
                yield return network;
            }
        }
    }
}
