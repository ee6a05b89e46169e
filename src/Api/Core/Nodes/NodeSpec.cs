using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Settings of a node: address ranges, taints, and whether it takes Pods.</summary>
[ApiType("io.k8s.api.core.v1.NodeSpec")]
public sealed partial record NodeSpec
{
    /// <summary>Address range from which the node's Pods get their IPs.</summary>
    [Field(1)]
    public string? PodCIDR { get; init; }

    /// <summary>Address ranges for the node's Pods, one per family at most; the first equals <c>podCIDR</c>.</summary>
    [Field(7, List = ListType.Set, Patch = PatchStrategy.Merge)]
    public IReadOnlyList<string>? PodCIDRs { get; init; }

    /// <summary>Identifier of the machine at its cloud, as <c>&lt;provider&gt;://&lt;id&gt;</c>.</summary>
    [Field(3)]
    public string? ProviderID { get; init; }

    /// <summary><c>true</c> keeps new Pods away, as <c>cordon</c> does; running ones stay. Default <c>false</c>.</summary>
    [Field(4)]
    public bool Unschedulable { get; init; }

    /// <summary>Marks that keep away Pods which don't tolerate them.</summary>
    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<Taint>? Taints { get; init; }

    /// <summary>Deprecated and without effect: dynamic configuration was removed.</summary>
    [Field(6)]
    public NodeConfigSource? ConfigSource { get; init; }

    /// <summary>Deprecated, and not used for anything any more.</summary>
    [Field(2)]
    public string? ExternalID { get; init; }
}
