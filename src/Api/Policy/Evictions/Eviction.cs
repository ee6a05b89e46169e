using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Policy;

[ApiType("io.k8s.api.policy.v1.Eviction")]
public sealed partial record Eviction : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public DeleteOptions? DeleteOptions { get; init; }
}
