using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.EnvVar")]
public sealed partial record EnvVar
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    [Field(2)]
    public string? Value { get; init; }

    [Field(3)]
    public EnvVarSource? ValueFrom { get; init; }
}
