using ActorKube.Network.Kernel;

namespace ActorKube.Network.Pods.Routing;

/// <summary>The interfaces of this machine and their addresses, as they are at one moment.</summary>
/// <param name="own">The address at which other machines reach this one.</param>
internal sealed class Machine(uint own, List<Link> links, List<LinkAddress> addresses)
{
    /// <summary>Ethernet's, for a machine whose address is on none of its interfaces.</summary>
    private const int UsualMtu = 1500;

    public uint Own => own;

    public List<Link> Links => links;

    public IReadOnlySet<uint> Addresses { get; } = addresses.Select(static a => a.Address).Append(own).ToHashSet();

    /// <summary>Of the interface that has its address.</summary>
    public int Mtu => addresses.Where(a => a.Address == own).Select(a => links.Find(l => l.Index == a.Device)?.Mtu).FirstOrDefault(static m => m is not null) ?? UsualMtu;

    /// <summary>False behind a translation of addresses.</summary>
    public bool HasOwn => addresses.Any(a => a.Address == own);

    public bool Has(int device, uint address) => addresses.Any(a => a.Device == device && a.Address == address);
}
