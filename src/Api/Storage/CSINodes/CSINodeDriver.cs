using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

/// <summary>One CSI driver that is registered on a node.</summary>
[ApiType("io.k8s.api.storage.v1.CSINodeDriver")]
public sealed partial record CSINodeDriver
{
    /// <summary>Name of the driver, as in its CSIDriver object.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Name of the node as the storage knows it.</summary>
    [Field(2, Required = true)]
    public string NodeID { get; init; } = "";

    /// <summary>Labels of the node that say from where its volumes can be reached; empty without topology.</summary>
    [Field(3, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? TopologyKeys { get; init; }

    /// <summary>How many volumes of the driver the node can take.</summary>
    [Field(4)]
    public VolumeNodeResources? Allocatable { get; init; }
}
