using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Coordination;

[ApiType("io.k8s.api.coordination.v1.Lease")]
public sealed partial record Lease : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public LeaseSpec Spec { get; init; } = new();
}
