using ActorKube.Api.Schema;

namespace ActorKube.Api.Discovery;

[ApiType("io.k8s.api.discovery.v1.EndpointPort", Atomic = true)]
public sealed partial record EndpointPort
{
    [Field(1, KeepEmpty = true)]
    public string? Name { get; init; }

    [Field(2, KeepEmpty = true)]
    public string? Protocol { get; init; }

    [Field(3)]
    public int? Port { get; init; }

    [Field(4, KeepEmpty = true)]
    public string? AppProtocol { get; init; }
}
