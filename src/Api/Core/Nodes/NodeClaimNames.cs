using System.Globalization;
using System.Net.Sockets;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>By which names nodes have the ranges of their pods' addresses to themselves. Ranges sort by their first address, so that those within another one stand side by side.</summary>
public static class NodeClaimNames
{
    /// <summary>
    /// Says with the node's uid that the cluster has given it its range. Ranges that whoever posted a node has chosen are no claims: Kubernetes lets several nodes have one. A copy of the node, which has another
    /// uid, has chosen it.
    /// </summary>
    public const string GivenAnnotation = "actorkube.io/pod-cidr-given-to";

    /// <summary>Everything that a node holds. What is no range holds nothing.</summary>
    public static IReadOnlyList<string> Of(Node node) => IsGiven(node) ? [.. (node.Spec.PodCIDRs ?? []).Select(Of).OfType<string>().Distinct()] : [];

    public static bool IsGiven(Node node) => node.Metadata.Annotations?.TryGetValue(GivenAnnotation, out var uid) == true && uid == node.Metadata.Uid;

    /// <summary>Of <c>10.244.1.0/24</c>: <c>pod-cidr:0af40100-24</c>.</summary>
    public static string Of(uint first, int prefix) => string.Create(CultureInfo.InvariantCulture, $"pod-cidr:{first:x8}-{prefix}");

    private static string? Of(string cidr)
    {
        if (!Addresses.TryParseCidr(cidr, out var address, out var prefix))
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        for (var bit = prefix; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        var first = Convert.ToHexStringLower(bytes);
        return string.Create(CultureInfo.InvariantCulture, $"pod-cidr{(address.AddressFamily == AddressFamily.InterNetwork ? "" : "6")}:{first}-{prefix}");
    }
}
