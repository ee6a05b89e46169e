using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.EndpointSubset")]
public sealed partial record EndpointSubset
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<EndpointAddress>? Addresses { get; init; }

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<EndpointAddress>? NotReadyAddresses { get; init; }

    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<EndpointPort>? Ports { get; init; }
}
