using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume of Quobyte. No driver for it is left, so Pods that use it don't start.</summary>
[ApiType("io.k8s.api.core.v1.QuobyteVolumeSource")]
public sealed partial record QuobyteVolumeSource
{
    /// <summary>Registry services, as <c>host:port</c> pairs separated by commas.</summary>
    [Field(1, Required = true)]
    public string Registry { get; init; } = "";

    /// <summary>Name of a volume that exists in Quobyte.</summary>
    [Field(2, Required = true)]
    public string Volume { get; init; } = "";

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }

    /// <summary>User to access the volume as; that of the service account when absent.</summary>
    [Field(4)]
    public string? User { get; init; }

    /// <summary>Group to access the volume as; none when absent.</summary>
    [Field(5)]
    public string? Group { get; init; }

    /// <summary>Tenant that owns the volume, where volumes are made on demand.</summary>
    [Field(6)]
    public string? Tenant { get; init; }
}
