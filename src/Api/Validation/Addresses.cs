using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ActorKube.Api.Validation;

/// <summary>
/// IP addresses and networks as Kubernetes reads them: IPv4 with exactly four decimal parts, leading zeros allowed, no zones.
/// Each check returns what is wrong; nothing for a valid text.
/// </summary>
public static class Addresses
{
    public static IReadOnlyList<string> Ip(string value) =>
        TryParseIp(value, out _) ? [] : ["must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"];

    public static IReadOnlyList<string> Ipv4(string value) => TryParseIp(value, out var ip) && IsV4(ip) ? [] : ["must be a valid IPv4 address"];

    public static IReadOnlyList<string> Ipv6(string value) => TryParseIp(value, out var ip) && !IsV4(ip) ? [] : ["must be a valid IPv6 address"];

    public static IReadOnlyList<string> Cidr(string value) =>
        TryParseCidr(value, out _, out _) ? [] : ["must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"];

    public static bool TryParseIp(string value, out IPAddress address)
    {
        address = IPAddress.None;
        if (!value.Contains(':', StringComparison.Ordinal))
        {
            return TryParseV4(value, out address);
        }

        // .NET also takes brackets, zones and prefix lengths.
        if (value.AsSpan().ContainsAny("[]%/") || !IPAddress.TryParse(value, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        address = parsed;
        return true;
    }

    /// <summary>The one way to write the address that this means: <c>10.96.0.011</c> is 10.96.0.11. What is no address stays as it is.</summary>
    public static string Canonical(string value) => TryParseIp(value, out var address) ? address.ToString() : value;

    public static bool TryParseCidr(string value, out IPAddress address, out int prefixLength)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        address = IPAddress.None;
        prefixLength = 0;
        return slash >= 0
            && TryParseIp(value[..slash], out address)
            && int.TryParse(value.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefixLength)
            && prefixLength <= (address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
    }

    private static bool IsV4(IPAddress ip) => ip.AddressFamily == AddressFamily.InterNetwork || ip.IsIPv4MappedToIPv6;

    private static bool TryParseV4(ReadOnlySpan<char> value, out IPAddress address)
    {
        address = IPAddress.None;
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        foreach (var part in value.Split('.'))
        {
            if (count == 4 || !byte.TryParse(value[part], NumberStyles.None, CultureInfo.InvariantCulture, out var octet))
            {
                return false;
            }

            bytes[count++] = octet;
        }

        if (count < 4)
        {
            return false;
        }

        address = new IPAddress(bytes);
        return true;
    }
}
