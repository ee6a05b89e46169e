using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ConfigMapEnvSource")]
public sealed partial record ConfigMapEnvSource
{
    [Field(1, In = 1, Default = "\"\"")]
    public string? Name { get; init; }

    [Field(2)]
    public bool? Optional { get; init; }
}
