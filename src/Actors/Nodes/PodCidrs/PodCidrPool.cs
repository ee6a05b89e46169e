using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorKube.Api.Validation;

namespace ActorKube.Actors.Nodes.PodCidrs;

/// <summary>The addresses of all pods of a cluster, in shares of one size. Immutable.</summary>
public sealed record PodCidrPool
{
    /// <summary>A node of 110 pods needs 128 addresses; fewer than 16 are of use to nobody.</summary>
    private const int SmallestShare = 28;

    /// <summary>A million shares: as many nodes as nobody has.</summary>
    private const int MostBits = 20;

    private PodCidrPool(uint first, int prefix, int sharePrefix) => (First, Prefix, SharePrefix) = (first, prefix, sharePrefix);

    /// <summary>The first address, in the host's byte order.</summary>
    public uint First { get; }

    public int Prefix { get; }

    /// <summary>Length of the prefix of a node's range.</summary>
    public int SharePrefix { get; }

    /// <summary>How many nodes can have one.</summary>
    public int Count => 1 << (SharePrefix - Prefix);

    /// <exception cref="FormatException">What is wrong, in words for whoever typed it.</exception>
    public static PodCidrPool Parse(string clusterCidr, int sharePrefix)
    {
        if (!Addresses.TryParseCidr(clusterCidr, out var address, out var prefix) || address.AddressFamily != AddressFamily.InterNetwork)
        {
            throw new FormatException($"The cluster CIDR '{clusterCidr}' is no IPv4 network such as 10.244.0.0/16.");
        }

        var number = BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());
        var first = prefix == 0 ? 0 : number & (uint.MaxValue << (32 - prefix));
        if (number != first)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"The cluster CIDR '{clusterCidr}' has bits behind its prefix; the network is {Text(first, prefix)}."));
        }

        return sharePrefix >= prefix && sharePrefix <= SmallestShare && sharePrefix - prefix <= MostBits
            ? new PodCidrPool(first, prefix, sharePrefix)
            : throw new FormatException(string.Create(
                CultureInfo.InvariantCulture,
                $"Nodes can't have networks of /{sharePrefix} in the cluster CIDR {clusterCidr}: a mask size from {prefix} to {Math.Min(SmallestShare, prefix + MostBits)} is possible."));
    }

    /// <summary>First address of a share.</summary>
    /// <param name="index">From 0 to <see cref="Count"/>, exclusive.</param>
    public uint At(int index) => First + ((uint)index << (32 - SharePrefix));

    public bool Overlaps(string cidr)
    {
        if (!Addresses.TryParseCidr(cidr, out var address, out var prefix) || address.AddressFamily != AddressFamily.InterNetwork)
        {
            return false;
        }

        var shorter = Math.Min(prefix, Prefix);
        var mask = shorter == 0 ? 0 : uint.MaxValue << (32 - shorter);
        return (BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes()) & mask) == (First & mask);
    }

    public override string ToString() => Text(First, Prefix);

    internal static string Text(uint first, int prefix) => string.Create(CultureInfo.InvariantCulture, $"{new IPAddress(BinaryPrimitives.ReverseEndianness(first))}/{prefix}");
}
