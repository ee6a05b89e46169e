using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

[ApiType("io.k8s.api.networking.v1.IngressServiceBackend")]
public sealed partial record IngressServiceBackend
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    [Field(2)]
    public ServiceBackendPort Port { get; init; } = new();
}
