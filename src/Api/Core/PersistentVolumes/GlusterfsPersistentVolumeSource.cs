using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.GlusterfsPersistentVolumeSource")]
public sealed partial record GlusterfsPersistentVolumeSource
{
    [Field(1, Required = true)]
    public string Endpoints { get; init; } = "";

    [Field(2, Required = true)]
    public string Path { get; init; } = "";

    [Field(3)]
    public bool ReadOnly { get; init; }

    [Field(4, KeepEmpty = true)]
    public string? EndpointsNamespace { get; init; }
}
