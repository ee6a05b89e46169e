using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.SecretKeySelector", Atomic = true)]
public sealed partial record SecretKeySelector
{
    [Field(1, In = 1, Default = "\"\"")]
    public string? Name { get; init; }

    [Field(2, Required = true)]
    public string Key { get; init; } = "";

    [Field(3)]
    public bool? Optional { get; init; }
}
