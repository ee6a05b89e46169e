using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

[ApiType("io.k8s.api.networking.v1.Ingress")]
public sealed partial record Ingress : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public IngressSpec Spec { get; init; } = new();

    [Field(3)]
    public IngressStatus Status { get; init; } = new();
}
