using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume of an executable driver on the node. Deprecated in favour of CSI.</summary>
[ApiType("io.k8s.api.core.v1.FlexVolumeSource")]
public sealed partial record FlexVolumeSource
{
    /// <summary>Name of the driver on the nodes, as <c>vendor/driver</c>.</summary>
    [Field(1, Required = true)]
    public string Driver { get; init; } = "";

    /// <summary>File system to mount; the driver's default when absent.</summary>
    [Field(2)]
    public string? FsType { get; init; }

    /// <summary>Secret whose entries are handed to the driver.</summary>
    [Field(3)]
    public LocalObjectReference? SecretRef { get; init; }

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(4)]
    public bool ReadOnly { get; init; }

    /// <summary>Settings handed to the driver, as its documentation says.</summary>
    [Field(5)]
    public IReadOnlyDictionary<string, string>? Options { get; init; }
}
