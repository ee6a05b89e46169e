using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume made for one Pod by a CSI driver that supports this; it ends with the Pod.</summary>
[ApiType("io.k8s.api.core.v1.CSIVolumeSource")]
public sealed partial record CSIVolumeSource
{
    /// <summary>Name of the CSI driver; it must allow <c>Ephemeral</c> use.</summary>
    [Field(1, Required = true)]
    public string Driver { get; init; } = "";

    /// <summary><c>true</c> makes the volume read-only. Default <c>false</c>.</summary>
    [Field(2)]
    public bool? ReadOnly { get; init; }

    /// <summary>File system to mount; when empty the driver chooses.</summary>
    [Field(3, KeepEmpty = true)]
    public string? FsType { get; init; }

    /// <summary>Settings for the driver, as its documentation says.</summary>
    [Field(4)]
    public IReadOnlyDictionary<string, string>? VolumeAttributes { get; init; }

    /// <summary>Secret in the Pod's namespace with what the driver needs to mount; all its entries are handed over.</summary>
    [Field(5)]
    public LocalObjectReference? NodePublishSecretRef { get; init; }
}
