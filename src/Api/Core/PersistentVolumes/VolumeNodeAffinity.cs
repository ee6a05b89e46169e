using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Nodes from which a volume can be reached.</summary>
[ApiType("io.k8s.api.core.v1.VolumeNodeAffinity")]
public sealed partial record VolumeNodeAffinity
{
    /// <summary>Labels that a node must have to reach the volume.</summary>
    [Field(1)]
    public NodeSelector? Required { get; init; }
}
