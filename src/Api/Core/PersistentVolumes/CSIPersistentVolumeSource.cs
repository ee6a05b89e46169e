using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume of a CSI driver, as one of its own handles names it.</summary>
[ApiType("io.k8s.api.core.v1.CSIPersistentVolumeSource")]
public sealed partial record CSIPersistentVolumeSource
{
    /// <summary>Name of the CSI driver, such as <c>ebs.csi.aws.com</c>.</summary>
    [Field(1, Required = true)]
    public string Driver { get; init; } = "";

    /// <summary>Identifier of the volume in the driver's storage, unique per driver. Immutable.</summary>
    [Field(2, Required = true)]
    public string VolumeHandle { get; init; } = "";

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }

    /// <summary>File system to mount; the driver's default when absent.</summary>
    [Field(4)]
    public string? FsType { get; init; }

    /// <summary>Settings for the driver, set when the volume was made.</summary>
    [Field(5)]
    public IReadOnlyDictionary<string, string>? VolumeAttributes { get; init; }

    /// <summary>Secret handed to the driver when it attaches or detaches the volume.</summary>
    [Field(6)]
    public SecretReference? ControllerPublishSecretRef { get; init; }

    /// <summary>Secret handed to the driver when it prepares the volume on a node.</summary>
    [Field(7)]
    public SecretReference? NodeStageSecretRef { get; init; }

    /// <summary>Secret handed to the driver when it mounts the volume into a Pod.</summary>
    [Field(8)]
    public SecretReference? NodePublishSecretRef { get; init; }

    /// <summary>Secret handed to the driver when it grows the volume at the storage.</summary>
    [Field(9)]
    public SecretReference? ControllerExpandSecretRef { get; init; }

    /// <summary>Secret handed to the driver when it grows the file system on the node.</summary>
    [Field(10)]
    public SecretReference? NodeExpandSecretRef { get; init; }
}
