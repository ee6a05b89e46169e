using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume of GlusterFS. No driver for it is left, so Pods that use it don't start.</summary>
[ApiType("io.k8s.api.core.v1.GlusterfsPersistentVolumeSource")]
public sealed partial record GlusterfsPersistentVolumeSource
{
    /// <summary>Endpoints object that lists the addresses of the servers.</summary>
    [Field(1, Required = true)]
    public string Endpoints { get; init; } = "";

    /// <summary>Name of the volume in the Gluster cluster.</summary>
    [Field(2, Required = true)]
    public string Path { get; init; } = "";

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }

    /// <summary>Namespace of the Endpoints object; that of the claim when absent.</summary>
    [Field(4, KeepEmpty = true)]
    public string? EndpointsNamespace { get; init; }
}
