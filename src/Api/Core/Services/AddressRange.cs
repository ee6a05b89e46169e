using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>The usable addresses of an IPv4 network: all but its first and its last.</summary>
internal readonly struct AddressRange
{
    private readonly uint _base;
    private readonly uint _count;

    /// <exception cref="FormatException">The text is no IPv4 network.</exception>
    public AddressRange(string cidr)
    {
        if (!Addresses.TryParseCidr(cidr, out var address, out var prefix) || address.AddressFamily != AddressFamily.InterNetwork || prefix is < 8 or > 30)
        {
            throw new FormatException($"{cidr} is no network of service addresses");
        }

        _count = (1u << (32 - prefix)) - 2;
        _base = (Number(address) & ~(_count + 1)) + 1;
    }

    public bool Contains(string ip) =>
        Addresses.TryParseIp(ip, out var address) && address.AddressFamily == AddressFamily.InterNetwork && Number(address) - _base < _count;

    /// <summary>A free address, if possible above those that are left to people who choose one themselves; null when all are taken.</summary>
    public string? Next(IServiceClaims taken, Random random)
    {
        var reserved = Math.Min(Math.Clamp(_count / 16, 16, 256), _count / 2);
        return Free(reserved, _count, taken, random) ?? Free(0, reserved, taken, random);
    }

    private static uint Number(IPAddress address) => BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());

    private string? Free(uint first, uint end, IServiceClaims taken, Random random)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = end - first;
        var start = (uint)random.NextInt64(count);
        for (var i = 0u; i < count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, _base + first + ((start + i) % count));
            var ip = new IPAddress(bytes).ToString();
            if (!taken.HasClusterIp(ip))
            {
                return ip;
            }
        }

        return null;
    }
}
