using System.ComponentModel;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Kernel;

/// <summary>An IPv4 route through a gateway.</summary>
/// <param name="Device">Index of the interface; 0 to have the kernel look for it.</param>
internal readonly record struct KernelRoute(Ipv4Network Destination, uint Gateway, int Device);

/// <summary>
/// The IPv4 routes of the main table that have a certain mark, their protocol (linux/rtnetlink.h). Nothing else is seen or touched. Not thread-safe.
/// </summary>
/// <param name="protocol">Who made them: 5 to 255, of which others have taken some (/etc/iproute2/rt_protos).</param>
internal sealed class Routes(NetlinkSocket socket, byte protocol)
{
    private const ushort New = 24;
    private const ushort Delete = 25;
    private const ushort Get = 26;
    private const int HeaderLength = 12;
    private const int DestinationAttribute = 1;
    private const int DeviceAttribute = 4;
    private const int GatewayAttribute = 5;
    private const byte Ipv4Family = 2;
    private const byte MainTable = 254;
    private const byte Unicast = 1;
    private const int OnLink = 4;

    public List<KernelRoute> List()
    {
        var routes = new List<KernelRoute>();
        socket.Request(Get, NetlinkMessage.Dump, Header(0, false), answer =>
        {
            if (answer[4] == MainTable && answer[5] == protocol)
            {
                var attributes = answer[HeaderLength..];
                routes.Add(new KernelRoute(
                    new Ipv4Network(NetlinkMessage.ReadAddress(attributes, DestinationAttribute), answer[1]),
                    NetlinkMessage.ReadAddress(attributes, GatewayAttribute),
                    NetlinkMessage.ReadNumber(attributes, DeviceAttribute)));
            }
        });
        return routes;
    }

    /// <param name="replace">There is one to that destination, which is <see cref="List"/>ed.</param>
    /// <exception cref="Win32Exception">The kernel refuses: 101 for a gateway that isn't on a network of this machine, 17 if there is another route to the destination.</exception>
    public void Add(KernelRoute route, bool replace) => socket.Request(New, replace ? NetlinkMessage.CreateOrReplace : NetlinkMessage.Create, Message(route));

    /// <exception cref="Win32Exception">The kernel refuses: 3 if there is no such route.</exception>
    public void Remove(KernelRoute route) => socket.Request(Delete, NetlinkMessage.Acknowledge, Message(route));

    /// <summary>With an interface named, the gateway is taken to be on it.</summary>
    private byte[] Message(KernelRoute route) =>
    [
        .. Header(route.Destination.Prefix, route.Device != 0),
        .. NetlinkMessage.Address(DestinationAttribute, route.Destination.First),
        .. NetlinkMessage.Address(GatewayAttribute, route.Gateway),
        .. route.Device == 0 ? [] : NetlinkMessage.Number(DeviceAttribute, route.Device),
    ];

    /// <summary>Family, lengths of destination and source, type of service, table, protocol, scope, type, flags.</summary>
    private byte[] Header(int prefix, bool onLink) => [Ipv4Family, (byte)prefix, 0, 0, MainTable, protocol, 0, Unicast, (byte)(onLink ? OnLink : 0), 0, 0, 0];
}
