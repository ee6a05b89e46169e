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

    /// <summary>Takes one that is in use already. In the order of <see cref="Order"/>, before any is taken; one of another network is left alone.</summary>
    public void Reserve(string address)
    {
        var number = Order(address);
        if (number < _base + _next || number >= _base + _end)
        {
            return;
        }

        while (_base + _next < number)
        {
            _returned.Enqueue(_next, _next);
            _next++;
        }

        _next++;
    }

    /// <summary>The address as a number; 0 for none.</summary>
    public static uint Order(string? address) =>
        IPAddress.TryParse(address, out var ip) && ip.AddressFamily == AddressFamily.InterNetwork ? BinaryPrimitives.ReadUInt32BigEndian(ip.GetAddressBytes()) : 0;

    public void Return(string address)
    {
        var offset = Order(address) - _base;
        _returned.Enqueue(offset, offset);
    }
}
