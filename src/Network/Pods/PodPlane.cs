using System.Collections.Immutable;
using System.ComponentModel;
using ActorKube.Network.Addressing;
using ActorKube.Network.Kernel;
using ActorKube.Network.Pods.Plans;
using ActorKube.Network.Pods.Routing;
using ActorKube.Network.Pods.Rules;
using ActorKube.Network.Nftables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Pods;

/// <summary>
/// The pod network in the kernel: routes, tunnel and rules. It remembers nothing of what it did: each time it looks at what is there and changes what differs, so that it doesn't matter who has
/// changed it, or who did it before. Everything outlives this process. Not thread-safe.
/// </summary>
internal sealed class PodPlane : IDisposable
{
    private const string Forwarding = "/proc/sys/net/ipv4/ip_forward";
    private readonly PodNetworkOptions _options;
    private readonly uint _own;
    private readonly NetlinkSocket _socket;
    private readonly INftables _nftables;
    private readonly Links _links;
    private readonly LinkAddresses _addresses;
    private readonly PodTunnel _tunnel;
    private readonly PodRoutes _routes;
    private readonly PodRules _rules;

    private PodPlane(PodNetworkOptions options, Ipv4Network cluster, NetlinkSocket socket, INftables nftables, ILogger log)
    {
        (_options, _own, _socket, _nftables) = (options, Ipv4.Of(options.Address), socket, nftables);
        (_links, _addresses) = (new Links(socket), new LinkAddresses(socket));
        _tunnel = new PodTunnel(options, socket);
        _routes = new PodRoutes(socket, cluster, log);
        _rules = new PodRules(nftables, options.Table, cluster);
    }

    /// <summary>In the network namespace of the calling thread. Lets the machine forward packets.</summary>
    /// <exception cref="PlaneException">It can't be had: no rights, no library.</exception>
    public static PodPlane Open(PodNetworkOptions options, Ipv4Network cluster, ILogger log)
    {
        NetlinkSocket? socket = null;
        Libnftables? nftables = null;
        try
        {
            if (File.ReadAllText(Forwarding).Trim() != "1")
            {
                File.WriteAllText(Forwarding, "1");
            }

            socket = new NetlinkSocket(NetlinkSocket.Routing);
            nftables = new Libnftables();

            // It changes nothing that is there, and needs the rights that everything needs.
            nftables.Run($"add table ip {options.Table}");
            return new PodPlane(options, cluster, socket, nftables, log);
        }
        catch (Exception e) when (e is NftablesException or Win32Exception or IOException or UnauthorizedAccessException)
        {
            socket?.Dispose();
            nftables?.Dispose();
            throw new PlaneException(e.Message, e);
        }
    }

    /// <summary>The machine as it is now.</summary>
    /// <exception cref="PlaneException">The kernel doesn't tell.</exception>
    public Machine Look() => Guarded(() => new Machine(_own, _links.List(), _addresses.List()));

    /// <summary>Makes everything as the plan says, whatever it was.</summary>
    /// <returns>Nodes whose pods can't be reached, and why.</returns>
    /// <exception cref="PlaneException">The kernel refuses what isn't for a node.</exception>
    public ImmutableDictionary<string, string> Apply(PodPlan plan, Machine machine) => Guarded(() =>
    {
        var device = 0;
        if (_options.Backend == PodNetworkBackend.Vxlan)
        {
            device = _tunnel.Ensure(machine, plan);
        }

        var routes = plan.Routes.ToDictionary(r => r.Key with { Device = device }, static r => r.Value);
        var refusals = _routes.Align(routes.Keys);
        if (_options.Backend != PodNetworkBackend.Vxlan)
        {
            // Left by a start with the other backend; its routes lead elsewhere by now.
            _tunnel.Remove();
        }

        _rules.Ensure(plan);
        return plan.Problems.SetItems(refusals.Select(r => KeyValuePair.Create(routes[r.Key], r.Value)));
    });

    /// <summary>Removes everything that was made for this node, and what its machine shares with it.</summary>
    /// <exception cref="PlaneException">The kernel refuses.</exception>
    public void Remove() => Guarded(() =>
    {
        _routes.Align([]);
        _tunnel.Remove();
        _rules.Remove();
        return true;
    });

    public void Dispose()
    {
        _socket.Dispose();
        _nftables.Dispose();
    }

    private static T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is Win32Exception or NftablesException)
        {
            throw new PlaneException(e.Message, e);
        }
    }
}
