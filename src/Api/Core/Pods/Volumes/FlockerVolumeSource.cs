using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Dataset of Flocker. No driver for it is left, so Pods that use it don't start.</summary>
[ApiType("io.k8s.api.core.v1.FlockerVolumeSource")]
public sealed partial record FlockerVolumeSource
{
    /// <summary>Name of the dataset, as metadata on it. Deprecated.</summary>
    [Field(1)]
    public string? DatasetName { get; init; }

    /// <summary>UUID that the dataset has in Flocker.</summary>
    [Field(2)]
    public string? DatasetUUID { get; init; }
}
