using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.NodeSpec")]
public sealed partial record NodeSpec
{
    [Field(1)]
    public string? PodCIDR { get; init; }

    [Field(7, List = ListType.Set, Patch = PatchStrategy.Merge)]
    public IReadOnlyList<string>? PodCIDRs { get; init; }

    [Field(3)]
    public string? ProviderID { get; init; }

    [Field(4)]
    public bool Unschedulable { get; init; }

    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<Taint>? Taints { get; init; }

    [Field(6)]
    public NodeConfigSource? ConfigSource { get; init; }

    [Field(2)]
    public string? ExternalID { get; init; }
}
