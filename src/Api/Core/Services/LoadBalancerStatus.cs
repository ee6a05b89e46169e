using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.LoadBalancerStatus")]
public sealed partial record LoadBalancerStatus
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<LoadBalancerIngress>? Ingress { get; init; }
}
