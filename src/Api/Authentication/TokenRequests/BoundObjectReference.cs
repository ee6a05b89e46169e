using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

[ApiType("io.k8s.api.authentication.v1.BoundObjectReference")]
public sealed partial record BoundObjectReference
{
    [Field(1)]
    public string? Kind { get; init; }

    [Field(2)]
    public string? ApiVersion { get; init; }

    [Field(3)]
    public string? Name { get; init; }

    [Field(4)]
    public string? Uid { get; init; }
}
