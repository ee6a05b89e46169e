using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Directory that an NFS server exports.</summary>
[ApiType("io.k8s.api.core.v1.NFSVolumeSource")]
public sealed partial record NFSVolumeSource
{
    /// <summary>Host name or IP address of the NFS server.</summary>
    [Field(1, Required = true)]
    public string Server { get; init; } = "";

    /// <summary>Path that the server exports, such as <c>/srv/data</c>.</summary>
    [Field(2, Required = true)]
    public string Path { get; init; } = "";

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }
}
