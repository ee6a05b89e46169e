using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

/// <summary>Room for volumes of a driver on a node.</summary>
[ApiType("io.k8s.api.storage.v1.VolumeNodeResources")]
public sealed partial record VolumeNodeResources
{
    /// <summary>Most volumes of the driver at a time; absent means no limit, 0 none at all.</summary>
    [Field(1)]
    public int? Count { get; init; }
}
