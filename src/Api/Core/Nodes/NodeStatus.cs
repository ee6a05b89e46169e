using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>What a node last reported about itself, and what is attached to it.</summary>
[ApiType("io.k8s.api.core.v1.NodeStatus")]
public sealed partial record NodeStatus
{
    /// <summary>All resources of the node, such as <c>cpu</c>, <c>memory</c> and <c>pods</c>.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Capacity { get; init; }

    /// <summary>Resources for Pods: the capacity less what the system keeps; the same when absent.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, Quantity>? Allocatable { get; init; }

    /// <summary>Deprecated and never set; see <c>conditions</c> instead.</summary>
    [Field(3, Enum = ["Pending", "Running", "Terminated"])]
    public string? Phase { get; init; }

    /// <summary>Aspects of the node's health, such as <c>Ready</c> and <c>MemoryPressure</c>.</summary>
    [Field(4, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<NodeCondition>? Conditions { get; init; }

    /// <summary>Addresses under which the node can be reached. Types may repeat: a strategic merge patch can lose entries.</summary>
    [Field(5, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<NodeAddress>? Addresses { get; init; }

    /// <summary>Ports at which the daemons of the node listen.</summary>
    [Field(6)]
    public NodeDaemonEndpoints DaemonEndpoints { get; init; } = new();

    /// <summary>Versions and identifiers of the machine and its software.</summary>
    [Field(7)]
    public NodeSystemInfo NodeInfo { get; init; } = new();

    /// <summary>Images on the node, 50 at most by default; the scheduler favours nodes that have them.</summary>
    [Field(8, List = ListType.Atomic)]
    public IReadOnlyList<ContainerImage>? Images { get; init; }

    /// <summary>Attachable volumes that the node has mounted or is about to; they must not be detached.</summary>
    [Field(9, List = ListType.Atomic)]
    public IReadOnlyList<string>? VolumesInUse { get; init; }

    /// <summary>Volumes that are attached to the node as devices.</summary>
    [Field(10, List = ListType.Atomic)]
    public IReadOnlyList<AttachedVolume>? VolumesAttached { get; init; }

    /// <summary>Deprecated and without effect: dynamic configuration was removed.</summary>
    [Field(11)]
    public NodeConfigStatus? Config { get; init; }

    /// <summary>Runtime handlers the node offers, and what they support.</summary>
    [Field(12, List = ListType.Atomic)]
    public IReadOnlyList<NodeRuntimeHandler>? RuntimeHandlers { get; init; }

    /// <summary>Features of the node that don't depend on a runtime handler.</summary>
    [Field(13)]
    public NodeFeatures? Features { get; init; }
}
