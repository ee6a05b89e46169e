using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorKube.Api.Validation;

namespace ActorKube.Network.Addressing;

/// <summary>IPv4 addresses as numbers in the host's byte order: half a million of them are compared and kept.</summary>
internal static class Ipv4
{
    /// <summary>As Kubernetes reads it: leading zeros don't make a part octal, as they do for .NET (CVE-2021-29923). False for anything else, IPv6 among it.</summary>
    public static bool TryParse(string? text, out uint address)
    {
        address = 0;
        if (!Addresses.TryParseIp(text ?? "", out var parsed) || parsed.AddressFamily != AddressFamily.InterNetwork)
        {
            return false;
        }

        address = Of(parsed);
        return true;
    }

    public static uint Of(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[4];
        address.TryWriteBytes(bytes, out _);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    public static IPAddress ToAddress(uint address) => new(BinaryPrimitives.ReverseEndianness(address));

    public static string Text(uint address) =>
        string.Create(CultureInfo.InvariantCulture, $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}");
}
