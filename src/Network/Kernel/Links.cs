using System.Buffers.Binary;
using System.ComponentModel;
using System.Text;

namespace ActorKube.Network.Kernel;

/// <summary>A network interface.</summary>
/// <param name="Vxlan">Null for one of another kind.</param>
internal sealed record Link(int Index, string Name, int Mtu, bool IsUp, string HardwareAddress, VxlanLink? Vxlan);

/// <summary>What makes an interface a tunnel.</summary>
/// <param name="Local">The address that it sends from; 0 leaves it to the kernel.</param>
internal sealed record VxlanLink(int Id, int Port, uint Local);

/// <summary>Network interfaces (linux/if_link.h). Not thread-safe.</summary>
internal sealed class Links(NetlinkSocket socket)
{
    private const ushort New = 16;
    private const ushort Delete = 17;
    private const ushort Get = 18;
    private const int HeaderLength = 16;
    private const int AddressAttribute = 1;
    private const int NameAttribute = 3;
    private const int MtuAttribute = 4;
    private const int InfoAttribute = 18;
    private const int VxlanIdAttribute = 1;
    private const int VxlanLocalAttribute = 4;
    private const int VxlanLearningAttribute = 7;
    private const int VxlanPortAttribute = 15;
    private const int Up = 1;

    public List<Link> List()
    {
        var links = new List<Link>();
        socket.Request(Get, NetlinkMessage.Dump, Header(0, false), answer => links.Add(Read(answer)));
        return links;
    }

    /// <summary>Makes a tunnel that learns nothing by itself, and sets it up.</summary>
    /// <exception cref="Win32Exception">The kernel refuses.</exception>
    public void AddVxlan(string name, VxlanLink vxlan, ReadOnlySpan<byte> hardwareAddress, int mtu)
    {
        var port = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(port, (ushort)vxlan.Port);
        byte[] data =
        [
            .. NetlinkMessage.Number(VxlanIdAttribute, vxlan.Id),
            .. vxlan.Local == 0 ? [] : NetlinkMessage.Address(VxlanLocalAttribute, vxlan.Local),
            .. NetlinkMessage.Value(VxlanLearningAttribute, [0]),
            .. NetlinkMessage.Value(VxlanPortAttribute, port),
        ];
        byte[] info = [.. NetlinkMessage.Value(1, "vxlan"u8), .. NetlinkMessage.Nested(2, data)];
        socket.Request(New, NetlinkMessage.Create,
        [
            .. Header(0, true),
            .. NetlinkMessage.Value(NameAttribute, Encoding.ASCII.GetBytes(name + '\0')),
            .. NetlinkMessage.Value(AddressAttribute, hardwareAddress),
            .. NetlinkMessage.Number(MtuAttribute, mtu),
            .. NetlinkMessage.Nested(InfoAttribute, info),
        ]);
    }

    /// <summary>Sets it up, with that MTU.</summary>
    /// <exception cref="Win32Exception">The kernel refuses.</exception>
    public void Set(int index, int mtu) => socket.Request(New, NetlinkMessage.Acknowledge, [.. Header(index, true), .. NetlinkMessage.Number(MtuAttribute, mtu)]);

    /// <exception cref="Win32Exception">The kernel refuses.</exception>
    public void Remove(int index) => socket.Request(Delete, NetlinkMessage.Acknowledge, Header(index, false));

    /// <summary>Family, type, index, flags and which of them are meant.</summary>
    private static byte[] Header(int index, bool isUp)
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), index);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), isUp ? Up : 0);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), isUp ? Up : 0);
        return header;
    }

    private static Link Read(ReadOnlySpan<byte> answer)
    {
        var attributes = answer[HeaderLength..];
        var info = NetlinkMessage.Attribute(attributes, InfoAttribute);
        return new Link(
            BinaryPrimitives.ReadInt32LittleEndian(answer[4..]),
            Text(NetlinkMessage.Attribute(attributes, NameAttribute)),
            NetlinkMessage.ReadNumber(attributes, MtuAttribute),
            (BinaryPrimitives.ReadInt32LittleEndian(answer[8..]) & Up) != 0,
            Convert.ToHexStringLower(NetlinkMessage.Attribute(attributes, AddressAttribute)),
            Text(NetlinkMessage.Attribute(info, 1)) == "vxlan" ? ReadVxlan(NetlinkMessage.Attribute(info, 2)) : null);
    }

    private static VxlanLink ReadVxlan(ReadOnlySpan<byte> data) => new(
        NetlinkMessage.ReadNumber(data, VxlanIdAttribute),
        NetlinkMessage.Attribute(data, VxlanPortAttribute) is { Length: 2 } port ? BinaryPrimitives.ReadUInt16BigEndian(port) : 0,
        NetlinkMessage.ReadAddress(data, VxlanLocalAttribute));

    private static string Text(ReadOnlySpan<byte> value) => Encoding.ASCII.GetString(value.TrimEnd((byte)0));
}
