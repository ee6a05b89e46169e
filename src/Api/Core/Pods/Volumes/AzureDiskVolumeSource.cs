using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.AzureDiskVolumeSource")]
public sealed partial record AzureDiskVolumeSource
{
    [Field(1, Required = true)]
    public string DiskName { get; init; } = "";

    [Field(2, Required = true)]
    public string DiskURI { get; init; } = "";

    [Field(3, KeepEmpty = true, Default = "\"ReadWrite\"")]
    public string? CachingMode { get; init; }

    [Field(4, KeepEmpty = true, Default = "\"ext4\"")]
    public string? FsType { get; init; }

    [Field(5, Default = "false")]
    public bool? ReadOnly { get; init; }

    [Field(6, KeepEmpty = true, Default = "\"Shared\"")]
    public string? Kind { get; init; }
}
