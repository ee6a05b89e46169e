using System.Buffers.Binary;
using System.ComponentModel;

namespace ActorKube.Network.Kernel;

/// <summary>An interface that is part of a bridge.</summary>
/// <param name="Bridge">Index of the bridge.</param>
/// <param name="IsHairpin">What came in by it may go out by it.</param>
internal readonly record struct BridgePort(int Index, int Bridge, bool IsHairpin);

/// <summary>Ports of bridges (linux/if_link.h, linux/if_bridge.h). Not thread-safe.</summary>
internal sealed class BridgePorts(NetlinkSocket socket)
{
    private const ushort Get = 18;
    private const ushort Set = 19;
    private const int HeaderLength = 16;
    private const int MasterAttribute = 10;
    private const int PortAttribute = 12;
    private const int HairpinAttribute = 4;
    private const byte BridgeFamily = 7;

    public List<BridgePort> List()
    {
        var ports = new List<BridgePort>();
        socket.Request(Get, NetlinkMessage.Dump, Header(0), answer =>
        {
            var attributes = answer[HeaderLength..];
            if (NetlinkMessage.Attribute(NetlinkMessage.Attribute(attributes, PortAttribute), HairpinAttribute) is { Length: > 0 } hairpin)
            {
                ports.Add(new BridgePort(BinaryPrimitives.ReadInt32LittleEndian(answer[4..]), NetlinkMessage.ReadNumber(attributes, MasterAttribute), hairpin[0] != 0));
            }
        });
        return ports;
    }

    /// <exception cref="Win32Exception">The kernel refuses, perhaps because the interface has gone.</exception>
    public void SetHairpin(int index) =>
        socket.Request(Set, NetlinkMessage.Acknowledge, [.. Header(index), .. NetlinkMessage.Nested(PortAttribute, NetlinkMessage.Value(HairpinAttribute, [1]))]);

    /// <summary>Family, type, index, flags and which of them are meant.</summary>
    private static byte[] Header(int index)
    {
        var header = new byte[HeaderLength];
        header[0] = BridgeFamily;
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), index);
        return header;
    }
}
