using System.Buffers.Binary;
using System.ComponentModel;

namespace ActorKube.Network.Kernel;

/// <summary>
/// The number that the kernel gives to each state of nftables, one higher with every transaction of anybody (linux/netfilter/nf_tables.h, GETGEN). It tells cheaply whether somebody else
/// has changed anything.
/// </summary>
internal sealed class FilterGeneration : IDisposable
{
    private const ushort GetGeneration = (10 << 8) | 16;
    private readonly NetlinkSocket _socket = new(NetlinkSocket.Netfilter);

    /// <exception cref="Win32Exception">The kernel refuses.</exception>
    public uint Read()
    {
        var generation = 0u;
        _socket.Request(GetGeneration, NetlinkMessage.Acknowledge, [0, 0, 0, 0], answer =>
            generation = BinaryPrimitives.ReadUInt32BigEndian(NetlinkMessage.Attribute(answer[4..], 1)));
        return generation;
    }

    public void Dispose() => _socket.Dispose();
}
