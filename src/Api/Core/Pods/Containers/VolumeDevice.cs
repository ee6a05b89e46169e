using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Raw block device of a claim inside a container.</summary>
[ApiType("io.k8s.api.core.v1.VolumeDevice")]
public sealed partial record VolumeDevice
{
    /// <summary>Name of a volume of the Pod that is a claim with <c>volumeMode: Block</c>.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Path in the container at which the device appears.</summary>
    [Field(2, Required = true)]
    public string DevicePath { get; init; } = "";
}
