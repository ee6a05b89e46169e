using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using ActorKube.Api.Validation;

namespace ActorKube.Actors.Networking.LoadBalancers;

/// <summary>Addresses that services may be given, of both families. Immutable.</summary>
public sealed class AddressPool
{
    private readonly IReadOnlyList<Range> _ranges;

    private AddressPool(IReadOnlyList<Range> ranges) => _ranges = ranges;

    /// <param name="text">
    /// Networks (<c>192.0.2.0/28</c>, without their first and last address where they are IPv4), ranges (<c>192.0.2.16-192.0.2.31</c>) and single addresses, with commas between them.
    /// </param>
    /// <exception cref="FormatException">What is wrong, in words for whoever typed it.</exception>
    public static AddressPool Parse(string text)
    {
        var ranges = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ParseRange).ToList();
        return ranges.Count > 0 ? new AddressPool(ranges) : throw new FormatException("A pool of load balancers needs at least one address.");
    }

    public bool Contains(string ip) => Addresses.TryParseIp(ip, out var address) && _ranges.Any(r => r.Contains(address));

    /// <summary>All addresses of a family (<c>IPv4</c> or <c>IPv6</c>) in order. Lazy: there may be many.</summary>
    public IEnumerable<string> All(string family) => _ranges.Where(r => r.IsV4 == (family == "IPv4")).SelectMany(static r => r.All());

    private static Range ParseRange(string text)
    {
        if (Addresses.TryParseCidr(text, out var network, out var prefix))
        {
            var bits = network.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
            var size = prefix == 0 ? UInt128.MaxValue : UInt128.One << (bits - prefix);
            var first = Number(network) & ~(size - 1);
            var ends = bits == 32 && prefix < 31 ? UInt128.One : 0;
            return new Range(bits == 32, first + ends, first + size - 1 - ends);
        }

        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length <= 2 && Addresses.TryParseIp(parts[0], out var from) && Addresses.TryParseIp(parts[^1], out var to)
            && from.AddressFamily == to.AddressFamily && Number(from) <= Number(to))
        {
            return new Range(from.AddressFamily == AddressFamily.InterNetwork, Number(from), Number(to));
        }

        throw new FormatException($"'{text}' is neither a network, nor a range of addresses, nor an address.");
    }

    private static UInt128 Number(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private readonly record struct Range(bool IsV4, UInt128 First, UInt128 Last)
    {
        public bool Contains(IPAddress address) =>
            (address.AddressFamily == AddressFamily.InterNetwork) == IsV4 && Number(address) is var number && number >= First && number <= Last;

        public IEnumerable<string> All()
        {
            for (var number = First; number <= Last; number++)
            {
                yield return Text(number);
                if (number == UInt128.MaxValue)
                {
                    yield break;
                }
            }
        }

        private string Text(UInt128 number)
        {
            var bytes = new byte[IsV4 ? 4 : 16];
            if (IsV4)
            {
                BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)number);
            }
            else
            {
                BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
            }

            return new IPAddress(bytes).ToString();
        }
    }
}
