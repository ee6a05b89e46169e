using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace ActorKube.NodeAgent.Runtimes.Simulated;

/// <summary>Gives out the addresses of an IPv4 network, without its first two (network, gateway) and its last (broadcast). Not thread-safe.</summary>
internal sealed class AddressRange
{
    private readonly uint _base;
    private readonly uint _end;
    private readonly PriorityQueue<uint, uint> _returned = new();
    private uint _next;

    public AddressRange(IPNetwork network)
    {
        if (network.BaseAddress.AddressFamily != AddressFamily.InterNetwork || network.PrefixLength > 29)
        {
            throw new ArgumentException($"the pod network must be IPv4 and at most a /29, not {network}", nameof(network));
        }

        _base = BinaryPrimitives.ReadUInt32BigEndian(network.BaseAddress.GetAddressBytes());
        _next = 2;
        _end = (uint)((1UL << (32 - network.PrefixLength)) - 1);
    }

    /// <summary>A free address; null when all are taken.</summary>
    public string? Take()
    {
        if (!_returned.TryDequeue(out var offset, out _))
        {
            if (_next >= _end)
            {
                return null;
            }

            offset = _next++;
        }

        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, _base + offset);
        return new IPAddress(bytes).ToString();
    }

    public void Return(string address)
    {
        var offset = BinaryPrimitives.ReadUInt32BigEndian(IPAddress.Parse(address).GetAddressBytes()) - _base;
        _returned.Enqueue(offset, offset);
    }
}
