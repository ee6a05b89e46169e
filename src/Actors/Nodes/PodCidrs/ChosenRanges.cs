using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Validation;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Indexes;

namespace ActorKube.Actors.Nodes.PodCidrs;

/// <summary>Nodes whose range of addresses was chosen by whoever posted them. There are few, or there is nothing to give: whoever chooses ranges does so for all nodes.</summary>
internal static class ChosenRanges
{
    private const string Name = "chosen-pod-cidrs";
    private const string All = "";
    private static readonly byte[] CidrMark = "\"podCIDRs\":"u8.ToArray();
    private static readonly byte[] GivenMark = Encoding.UTF8.GetBytes($"\"{NodeClaimNames.GivenAnnotation}\":");

    /// <summary>Runs for each report of each node, so it looks for words in the bytes: those that have both are read.</summary>
    public static IndexDefinition Index { get; } = new(Name, Resources.Nodes, static (stored, keys) =>
    {
        var json = stored.Json.Span;
        if (json.IndexOf(CidrMark) >= 0 && (json.IndexOf(GivenMark) < 0 || !NodeClaimNames.IsGiven(stored.Read<Node>())))
        {
            keys.Add(All);
        }
    });

    /// <param name="by">Who asks; its own doesn't count.</param>
    public static bool Overlap(ViewSnapshot view, uint first, int prefix, ObjectKey by) =>
        view.Lookup(Resources.Nodes, Name, All).Any(n => n.Key != by && (n.Read<Node>().Spec.PodCIDRs ?? []).Any(c => Overlap(c, first, prefix)));

    private static bool Overlap(string cidr, uint first, int prefix)
    {
        if (!Addresses.TryParseCidr(cidr, out var address, out var other) || address.AddressFamily != AddressFamily.InterNetwork)
        {
            return false;
        }

        var shorter = Math.Min(prefix, other);
        return ((BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes()) ^ first) & (shorter == 0 ? 0 : uint.MaxValue << (32 - shorter))) == 0;
    }
}
