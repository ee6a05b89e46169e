using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Points at which a load balancer takes traffic for a Service.</summary>
[ApiType("io.k8s.api.core.v1.LoadBalancerStatus")]
public sealed partial record LoadBalancerStatus
{
    /// <summary>Points at which it takes traffic; empty while there is none.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<LoadBalancerIngress>? Ingress { get; init; }
}
