using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Discovery;

[ApiType("io.k8s.api.discovery.v1.EndpointSlice")]
public sealed partial record EndpointSlice : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(4, Required = true)]
    public string AddressType { get; init; } = "";

    [Field(2, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<Endpoint>? Endpoints { get; init; }

    [Field(3, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<EndpointPort>? Ports { get; init; }
}
