using System.Buffers.Binary;
using System.ComponentModel;
using ActorKube.Network.Addressing;
using ActorKube.Network.Kernel;
using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy.Kernel;

/// <summary>
/// Makes the kernel forget flows (linux/netfilter/nfnetlink_conntrack.h). UDP has no end that could be seen: as long as a client goes on sending, its flow leads to the backend
/// that it began with, also when that is gone.
/// </summary>
internal sealed class ConnectionTracking : IDisposable
{
    private const ushort Get = 0x101;
    private const ushort Delete = 0x102;
    private const int Original = 1;
    private const int Reply = 2;
    private const int NoSuchFlow = 2;
    private const byte Ipv4Family = 2;
    private readonly NetlinkSocket _socket = new(NetlinkSocket.Netfilter);

    /// <summary>Forgets flows that are addressed to one of the frontends and answered by somebody else than it has now.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="Win32Exception">The kernel refuses.</exception>
    public int Forget(IReadOnlyDictionary<Frontend, IReadOnlySet<uint>> frontends)
    {
        var stale = List().Where(f => frontends.TryGetValue(f.Target, out var answerers) && !answerers.Contains(f.Answerer)).ToList();
        return stale.Count(Forget);
    }

    public void Dispose() => _socket.Dispose();

    private List<Flow> List()
    {
        var flows = new List<Flow>();
        _socket.Request(Get, NetlinkMessage.Dump, Header(), answer =>
        {
            if (Read(answer[4..]) is { } flow)
            {
                flows.Add(flow);
            }
        });
        return flows;
    }

    /// <summary>False if it has ended meanwhile.</summary>
    private bool Forget(Flow flow)
    {
        try
        {
            _socket.Request(Delete, NetlinkMessage.Acknowledge, [.. Header(), .. NetlinkMessage.Nested(Original, flow.Tuple)]);
            return true;
        }
        catch (Win32Exception e) when (e.NativeErrorCode == NoSuchFlow)
        {
            return false;
        }
    }

    /// <summary>Of tuples: 1 has the addresses (source, destination), 2 the protocol (number, source port, destination port).</summary>
    private static Flow? Read(ReadOnlySpan<byte> attributes)
    {
        var original = NetlinkMessage.Attribute(attributes, Original);
        var protocol = NetlinkMessage.Attribute(original, 2);
        var number = NetlinkMessage.Attribute(protocol, 1);
        var destination = NetlinkMessage.Attribute(NetlinkMessage.Attribute(original, 1), 2);
        var port = NetlinkMessage.Attribute(protocol, 3);
        var answerer = NetlinkMessage.Attribute(NetlinkMessage.Attribute(NetlinkMessage.Attribute(attributes, Reply), 1), 1);
        return number.Length == 1 && number[0] == (byte)Transport.Udp && destination.Length == 4 && port.Length == 2 && answerer.Length == 4
            ? new Flow(
                new Frontend(BinaryPrimitives.ReadUInt32BigEndian(destination), Transport.Udp, BinaryPrimitives.ReadUInt16BigEndian(port)), BinaryPrimitives.ReadUInt32BigEndian(answerer), original.ToArray())
            : null;
    }

    /// <summary>Family, version 0, no resource.</summary>
    private static byte[] Header() => [Ipv4Family, 0, 0, 0];
}
