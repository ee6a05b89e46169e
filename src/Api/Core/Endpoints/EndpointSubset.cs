using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Addresses with the ports they all have: every address combines with every port.</summary>
[ApiType("io.k8s.api.core.v1.EndpointSubset")]
public sealed partial record EndpointSubset
{
    /// <summary>Addresses that are ready; these are the ones that get traffic.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<EndpointAddress>? Addresses { get; init; }

    /// <summary>Addresses that aren't ready yet, are about to end or failed their readiness probe; they get no traffic.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<EndpointAddress>? NotReadyAddresses { get; init; }

    /// <summary>Ports that every address of the subset offers.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<EndpointPort>? Ports { get; init; }
}
