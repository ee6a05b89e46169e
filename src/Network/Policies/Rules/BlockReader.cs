using ActorKube.Api.Networking;
using ActorKube.Api.Validation;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Policies.Rules;

/// <summary>Reads blocks of addresses as validation reads them: <c>010.0.0.0/8</c> is 10.0.0.0/8.</summary>
internal static class BlockReader
{
    /// <param name="problems">Gets what can't be programmed.</param>
    public static AddressRanges Read(IPBlock block, List<string> problems)
    {
        if (Network(block.Cidr) is not { } network)
        {
            problems.Add($"ipBlock {block.Cidr} allows nothing: only IPv4 is programmed");
            return AddressRanges.None;
        }

        var ranges = AddressRanges.Of(network);
        foreach (var except in block.Except ?? [])
        {
            if (Network(except) is not { } hole)
            {
                // Rather too little than what was excepted.
                problems.Add($"ipBlock {block.Cidr} allows nothing: its exception {except} is no IPv4 network");
                return AddressRanges.None;
            }

            ranges = ranges.Without(hole);
        }

        return ranges;
    }

    /// <summary>Null for another family. IPv4 in IPv6's clothes (<c>::ffff:10.0.0.0/104</c>) is IPv4.</summary>
    private static Ipv4Network? Network(string text)
    {
        if (!Addresses.TryParseCidr(text, out var address, out var length))
        {
            return null;
        }

        if (address.IsIPv4MappedToIPv6 && length >= 96)
        {
            (address, length) = (address.MapToIPv4(), length - 96);
        }

        return Ipv4Network.TryParse($"{address}/{length}", out var network) ? network : null;
    }
}
