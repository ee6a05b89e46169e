using System.Collections.Frozen;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling.Ledger;

/// <summary>What placement needs to know of a node itself.</summary>
/// <param name="Allocatable">By resource, in the units of <see cref="PodDemand.Amounts"/>.</param>
internal sealed record NodeFacts(
    string Name,
    string Uid,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyList<Taint> Taints,
    bool Unschedulable,
    FrozenDictionary<string, long> Allocatable)
{
    private const string Pods = "pods";

    public long MaxPods => Allocatable.GetValueOrDefault(Pods);

    public static NodeFacts Of(Node node) => new(
        node.Metadata.Name ?? "",
        node.Metadata.Uid ?? "",
        node.Metadata.Labels ?? FrozenDictionary<string, string>.Empty,
        node.Spec.Taints ?? [],
        node.Spec.Unschedulable,
        (node.Status.Allocatable ?? node.Status.Capacity ?? FrozenDictionary<string, Api.Quantities.Quantity>.Empty)
            .ToFrozenDictionary(static a => a.Key, static a => PodDemand.Amount(a.Key, a.Value), StringComparer.Ordinal));

    /// <summary>Whether nothing that placement depends on differs.</summary>
    public bool IsLike(NodeFacts other) =>
        Uid == other.Uid && Unschedulable == other.Unschedulable && Taints.SequenceEqual(other.Taints)
        && Same(Labels, other.Labels) && Same(Allocatable, other.Allocatable);

    private static bool Same<T>(IReadOnlyDictionary<string, T> a, IReadOnlyDictionary<string, T> b)
        where T : IEquatable<T> => a.Count == b.Count && a.All(e => b.TryGetValue(e.Key, out var value) && e.Value.Equals(value));
}
