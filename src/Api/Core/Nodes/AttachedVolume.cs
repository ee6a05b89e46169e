using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume that is attached to a node as a device.</summary>
[ApiType("io.k8s.api.core.v1.AttachedVolume")]
public sealed partial record AttachedVolume
{
    /// <summary>Name of the volume, unique in the cluster and given by its plugin.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Path at which the device is available on the node.</summary>
    [Field(2, Required = true)]
    public string DevicePath { get; init; } = "";
}
