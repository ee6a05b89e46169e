using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.NodeStatus")]
public sealed partial record NodeStatus
{
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Capacity { get; init; }

    [Field(2)]
    public IReadOnlyDictionary<string, Quantity>? Allocatable { get; init; }

    [Field(3)]
    public string? Phase { get; init; }

    [Field(4, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<NodeCondition>? Conditions { get; init; }

    [Field(5, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<NodeAddress>? Addresses { get; init; }

    [Field(6)]
    public NodeDaemonEndpoints DaemonEndpoints { get; init; } = new();

    [Field(7)]
    public NodeSystemInfo NodeInfo { get; init; } = new();

    [Field(8, List = ListType.Atomic)]
    public IReadOnlyList<ContainerImage>? Images { get; init; }

    [Field(9, List = ListType.Atomic)]
    public IReadOnlyList<string>? VolumesInUse { get; init; }

    [Field(10, List = ListType.Atomic)]
    public IReadOnlyList<AttachedVolume>? VolumesAttached { get; init; }

    [Field(11)]
    public NodeConfigStatus? Config { get; init; }

    [Field(12, List = ListType.Atomic)]
    public IReadOnlyList<NodeRuntimeHandler>? RuntimeHandlers { get; init; }

    [Field(13)]
    public NodeFeatures? Features { get; init; }
}
