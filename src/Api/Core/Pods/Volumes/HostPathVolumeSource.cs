using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.HostPathVolumeSource")]
public sealed partial record HostPathVolumeSource
{
    [Field(1, Required = true)]
    public string Path { get; init; } = "";

    [Field(2, KeepEmpty = true)]
    public string? Type { get; init; }
}
