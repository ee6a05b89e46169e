using System.Globalization;
using System.Net.Sockets;
using ActorKube.Api.Validation;

namespace ActorKube.Network.Addressing;

/// <summary>A range of addresses with a common prefix.</summary>
internal readonly record struct Ipv4Network(uint First, int Prefix)
{
    /// <summary>Bits behind the prefix are cleared. False for anything that is no IPv4 network.</summary>
    public static bool TryParse(string? text, out Ipv4Network network)
    {
        network = default;
        if (!Addresses.TryParseCidr((text ?? "").Trim(), out var address, out var prefix) || address.AddressFamily != AddressFamily.InterNetwork)
        {
            return false;
        }

        network = new Ipv4Network(Ipv4.Of(address) & Mask(prefix), prefix);
        return true;
    }

    public bool Contains(uint address) => (address & Mask(Prefix)) == First;

    public bool Contains(Ipv4Network other) => other.Prefix >= Prefix && Contains(other.First);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ipv4.Text(First)}/{Prefix}");

    private static uint Mask(int prefix) => prefix == 0 ? 0 : uint.MaxValue << (32 - prefix);
}
