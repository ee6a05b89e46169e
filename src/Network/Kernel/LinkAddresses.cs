using System.Buffers.Binary;
using System.ComponentModel;

namespace ActorKube.Network.Kernel;

/// <summary>An IPv4 address of an interface.</summary>
internal readonly record struct LinkAddress(int Device, uint Address, int Prefix)
{
    /// <summary>Whether the other is on the same network.</summary>
    public bool IsBeside(uint other) => Prefix > 0 && (Address ^ other) >> (32 - Prefix) == 0;
}

/// <summary>IPv4 addresses of interfaces (linux/if_addr.h). Not thread-safe.</summary>
internal sealed class LinkAddresses(NetlinkSocket socket)
{
    private const ushort New = 20;
    private const ushort Delete = 21;
    private const ushort Get = 22;
    private const int HeaderLength = 8;
    private const int AddressAttribute = 1;
    private const int LocalAttribute = 2;
    private const byte Ipv4Family = 2;

    public List<LinkAddress> List()
    {
        var addresses = new List<LinkAddress>();
        socket.Request(Get, NetlinkMessage.Dump, Header(default), answer => addresses.Add(new LinkAddress(
            BinaryPrimitives.ReadInt32LittleEndian(answer[4..]), NetlinkMessage.ReadAddress(answer[HeaderLength..], LocalAttribute), answer[1])));
        return addresses;
    }

    /// <exception cref="Win32Exception">The kernel refuses.</exception>
    public void Add(LinkAddress address) => socket.Request(New, NetlinkMessage.CreateOrReplace, Message(address));

    /// <exception cref="Win32Exception">The kernel refuses.</exception>
    public void Remove(LinkAddress address) => socket.Request(Delete, NetlinkMessage.Acknowledge, Message(address));

    private static byte[] Message(LinkAddress address) =>
        [.. Header(address), .. NetlinkMessage.Address(LocalAttribute, address.Address), .. NetlinkMessage.Address(AddressAttribute, address.Address)];

    /// <summary>Family, prefix, flags, scope, index of the interface.</summary>
    private static byte[] Header(LinkAddress address)
    {
        byte[] header = [Ipv4Family, (byte)address.Prefix, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), address.Device);
        return header;
    }
}
