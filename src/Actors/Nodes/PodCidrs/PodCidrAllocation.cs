using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ActorKube.Actors.Actions;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Nodes.PodCidrs;

/// <summary>
/// Gives nodes their shares of the cluster's addresses. The search begins at a place that the node's name gives: hosts that give ranges at the same moment seldom want the same one, a node that
/// was deleted comes back to the range that it had, and the first free one is found after one or two looks, however many nodes there are (with a third of all taken after 1.5 on average, with
/// nine tenths after 10). That nobody gives a range twice is the claims' doing (<see cref="NodeClaimNames"/>). Pure.
/// </summary>
/// <param name="nodes">The kind.</param>
internal sealed class PodCidrAllocation(PodCidrPool pool, Kind nodes)
{
    /// <summary>A node that gets none tries again after this time: nobody tells it when a range is given back.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static bool IsWantedBy(Node node) => node.Spec.PodCIDRs is not { Count: > 0 } && string.IsNullOrEmpty(node.Spec.PodCIDR) && node.Metadata.DeletionTimestamp is null;

    /// <summary>A free range for the node; null if there is none.</summary>
    public string? Find(ReconcileContext context)
    {
        var (start, step) = PlaceOf(context.Key.Name);
        for (var i = 0; i < pool.Count; i++)
        {
            // The number of shares is a power of two, so an odd step leads to each of them.
            var first = pool.At((int)((start + ((uint)i * step)) & (uint)(pool.Count - 1)));
            if (!TakenRanges.IsTaken(context.View, nodes, first, pool.SharePrefix, context.Key, context.Now))
            {
                return PodCidrPool.Text(first, pool.SharePrefix);
            }
        }

        return null;
    }

    public static Node Give(Node node, string cidr)
    {
        var annotations = new Dictionary<string, string>(node.Metadata.Annotations ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [NodeClaimNames.GivenAnnotation] = node.Metadata.Uid ?? "" };
        return node with { Metadata = node.Metadata with { Annotations = annotations }, Spec = node.Spec with { PodCIDR = cidr, PodCIDRs = [cidr] } };
    }

    /// <summary>As Kubernetes says it.</summary>
    public static EmitEvent Exhausted(Node node) => EmitEvent.Normal(node, "cidrAllocator", "CIDRNotAvailable", $"Node {node.Metadata.Name} status is now: CIDRNotAvailable");

    private static (uint Start, uint Step) PlaceOf(string node)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(node));
        return (BinaryPrimitives.ReadUInt32BigEndian(digest), BinaryPrimitives.ReadUInt32BigEndian(digest.AsSpan(4)) | 1);
    }
}
