using System.ComponentModel;
using ActorKube.Network.Kernel;
using ActorKube.Network.Pods.Plans;

namespace ActorKube.Network.Pods.Routing;

/// <summary>The tunnel to other machines. Where each of its ends is, is written into it: nothing is learnt, asked or flooded. Not thread-safe.</summary>
internal sealed class PodTunnel(PodNetworkOptions options, NetlinkSocket socket)
{
    /// <summary>What a tunnel adds to each packet: Ethernet 14, IPv4 20, UDP 8 and VXLAN 8 bytes.</summary>
    public const int Overhead = 50;

    private const int NoEntry = 2;
    private readonly Links _links = new(socket);
    private readonly LinkAddresses _addresses = new(socket);
    private readonly Neighbours _neighbours = new(socket, isForwarding: false);
    private readonly Neighbours _forwarding = new(socket, isForwarding: true);

    /// <summary>Makes the interface what it has to be.</summary>
    /// <returns>Its index.</returns>
    /// <exception cref="Win32Exception">The kernel refuses.</exception>
    public int Ensure(Machine machine, PodPlan plan)
    {
        var hardware = TunnelPeer.HardwareAddress(machine.Own);
        var wanted = new VxlanLink(options.VxlanId, options.VxlanPort, machine.HasOwn ? machine.Own : 0);
        var link = machine.Links.Find(l => l.Name == options.Tunnel);
        if (link is not null && (link.Vxlan != wanted || link.HardwareAddress != Convert.ToHexStringLower(hardware)))
        {
            _links.Remove(link.Index);
            link = null;
        }

        var mtu = machine.Mtu - Overhead;
        if (link is null)
        {
            _links.AddVxlan(options.Tunnel, wanted, hardware, mtu);
            link = _links.List().Find(l => l.Name == options.Tunnel) ?? throw new Win32Exception(NoEntry);
        }
        else if (link.Mtu != mtu || !link.IsUp)
        {
            _links.Set(link.Index, mtu);
        }

        // One that the node had before, and another has now.
        foreach (var peer in plan.Peers.Where(p => machine.Has(link.Index, p.Gateway)))
        {
            _addresses.Remove(new LinkAddress(link.Index, peer.Gateway, 32));
        }

        // Where the machine itself sends to pods, it needs an address to which their answers find back.
        if (plan.Own is { } own && !machine.Has(link.Index, own.First))
        {
            _addresses.Add(new LinkAddress(link.Index, own.First, 32));
        }

        Align(_neighbours, link.Index, plan.Peers.Select(static p => new Neighbour(p.Gateway, Convert.ToHexStringLower(TunnelPeer.HardwareAddress(p.Machine)))));
        Align(_forwarding, link.Index, plan.Peers.Select(static p => new Neighbour(p.Machine, Convert.ToHexStringLower(TunnelPeer.HardwareAddress(p.Machine)))).Distinct());
        return link.Index;
    }

    /// <summary>Routes through it go with it.</summary>
    /// <exception cref="Win32Exception">The kernel refuses.</exception>
    public void Remove()
    {
        if (_links.List().Find(l => l.Name == options.Tunnel && l.Vxlan is not null) is { } link)
        {
            _links.Remove(link.Index);
        }
    }

    private static void Align(Neighbours table, int device, IEnumerable<Neighbour> all)
    {
        var wanted = all.ToHashSet();
        var actual = table.List(device).ToHashSet();
        foreach (var neighbour in actual.Where(n => !wanted.Contains(n)))
        {
            table.Remove(device, neighbour);
        }

        foreach (var neighbour in wanted.Where(n => !actual.Contains(n)))
        {
            table.Set(device, neighbour);
        }
    }
}
