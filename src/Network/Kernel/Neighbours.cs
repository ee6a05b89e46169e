using System.Buffers.Binary;
using System.ComponentModel;

namespace ActorKube.Network.Kernel;

/// <summary>A lasting entry of an interface: whose hardware address an IPv4 address is, or on a tunnel behind which machine a hardware address is.</summary>
/// <param name="Address">IPv4.</param>
/// <param name="HardwareAddress">12 hexadecimal digits.</param>
internal readonly record struct Neighbour(uint Address, string HardwareAddress);

/// <summary>Neighbours of interfaces, and the forwarding tables of tunnels (linux/neighbour.h). Not thread-safe.</summary>
/// <param name="isForwarding">The forwarding table instead of the neighbours.</param>
internal sealed class Neighbours(NetlinkSocket socket, bool isForwarding)
{
    private const ushort New = 28;
    private const ushort Delete = 29;
    private const ushort Get = 30;
    private const int HeaderLength = 12;
    private const int AddressAttribute = 1;
    private const int HardwareAttribute = 2;
    private const byte Ipv4Family = 2;
    private const byte BridgeFamily = 7;
    private const byte Permanent = 0x80;
    private const byte NoResolution = 0x40;

    /// <summary>Of the interface's own table, not of a bridge's that it is part of.</summary>
    private const byte Self = 2;

    public List<Neighbour> List(int device)
    {
        var neighbours = new List<Neighbour>();
        socket.Request(Get, NetlinkMessage.Dump, Header(0), answer =>
        {
            var attributes = answer[HeaderLength..];
            if (BinaryPrimitives.ReadInt32LittleEndian(answer[4..]) == device && (answer[8] & Permanent) != 0 && NetlinkMessage.ReadAddress(attributes, AddressAttribute) is var address and not 0)
            {
                neighbours.Add(new Neighbour(address, Convert.ToHexStringLower(NetlinkMessage.Attribute(attributes, HardwareAttribute))));
            }
        });
        return neighbours;
    }

    /// <exception cref="Win32Exception">The kernel refuses.</exception>
    public void Set(int device, Neighbour neighbour) => socket.Request(New, NetlinkMessage.CreateOrReplace, Message(device, neighbour));

    /// <exception cref="Win32Exception">The kernel refuses: 2 if there is no such entry.</exception>
    public void Remove(int device, Neighbour neighbour) => socket.Request(Delete, NetlinkMessage.Acknowledge, Message(device, neighbour));

    private byte[] Message(int device, Neighbour neighbour) =>
    [
        .. Header(device),
        .. NetlinkMessage.Address(AddressAttribute, neighbour.Address),
        .. NetlinkMessage.Value(HardwareAttribute, Convert.FromHexString(neighbour.HardwareAddress)),
    ];

    /// <summary>Family, index of the interface, state, flags, type.</summary>
    private byte[] Header(int device)
    {
        byte[] header = [isForwarding ? BridgeFamily : Ipv4Family, 0, 0, 0, 0, 0, 0, 0, isForwarding ? (byte)(Permanent | NoResolution) : Permanent, 0, isForwarding ? Self : (byte)0, 0];
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), device);
        return header;
    }
}
