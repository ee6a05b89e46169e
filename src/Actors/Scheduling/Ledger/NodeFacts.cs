using System.Collections.Frozen;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling.Ledger;

/// <summary>What placement needs to know of a node itself. What every pod asks of it is at hand: with thousands of nodes each look elsewhere waits for the memory.</summary>
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
    private const string ZoneLabel = "topology.kubernetes.io/zone";

    /// <summary>In thousandths.</summary>
    public long Cpu { get; } = Allocatable.GetValueOrDefault(PodDemand.Cpu);

    /// <summary>In bytes.</summary>
    public long Memory { get; } = Allocatable.GetValueOrDefault(PodDemand.Memory);

    public long MaxPods { get; } = Allocatable.GetValueOrDefault(Pods);

    public bool IsTainted { get; } = Taints.Count > 0;

    /// <summary>Empty for none.</summary>
    public string Zone { get; } = Labels.GetValueOrDefault(ZoneLabel) ?? "";

    /// <summary>Sizes in bytes of the images that it has, by name. They matter only to how nodes compare: <see cref="IsLike"/> leaves them out.</summary>
    public IReadOnlyDictionary<string, long> Images { get; init; } = FrozenDictionary<string, long>.Empty;

    public static NodeFacts Of(Node node) => new(
        node.Metadata.Name ?? "",
        node.Metadata.Uid ?? "",
        node.Metadata.Labels ?? FrozenDictionary<string, string>.Empty,
        node.Spec.Taints ?? [],
        node.Spec.Unschedulable,
        (node.Status.Allocatable ?? node.Status.Capacity ?? FrozenDictionary<string, Api.Quantities.Quantity>.Empty)
            .ToFrozenDictionary(static a => a.Key, static a => PodDemand.Amount(a.Key, a.Value), StringComparer.Ordinal))
    {
        Images = NodeImages.Of(node.Status),
    };

    /// <summary>What it can give of a resource, in the units of <see cref="PodDemand.Amounts"/>.</summary>
    public long Gives(string resource) => resource switch
    {
        PodDemand.Cpu => Cpu,
        PodDemand.Memory => Memory,
        _ => Allocatable.GetValueOrDefault(resource),
    };

    /// <summary>Whether nothing that placement depends on differs.</summary>
    public bool IsLike(NodeFacts other) =>
        Uid == other.Uid && Unschedulable == other.Unschedulable && Taints.SequenceEqual(other.Taints)
        && Same(Labels, other.Labels) && Same(Allocatable, other.Allocatable);

    private static bool Same<T>(IReadOnlyDictionary<string, T> a, IReadOnlyDictionary<string, T> b)
        where T : IEquatable<T> => a.Count == b.Count && a.All(e => b.TryGetValue(e.Key, out var value) && e.Value.Equals(value));
}
