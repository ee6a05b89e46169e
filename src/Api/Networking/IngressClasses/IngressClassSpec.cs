using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

[ApiType("io.k8s.api.networking.v1.IngressClassSpec")]
public sealed partial record IngressClassSpec
{
    [Field(1)]
    public string? Controller { get; init; }

    [Field(2)]
    public IngressClassParametersReference? Parameters { get; init; }
}
