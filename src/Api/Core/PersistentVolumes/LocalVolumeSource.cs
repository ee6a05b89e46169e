using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.LocalVolumeSource")]
public sealed partial record LocalVolumeSource
{
    [Field(1, Required = true)]
    public string Path { get; init; } = "";

    [Field(2, KeepEmpty = true)]
    public string? FsType { get; init; }
}
