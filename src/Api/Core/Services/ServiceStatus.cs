using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>State of a Service, as far as something outside the cluster takes part.</summary>
[ApiType("io.k8s.api.core.v1.ServiceStatus")]
public sealed partial record ServiceStatus
{
    /// <summary>Load balancer of the Service, if it has one.</summary>
    [Field(1)]
    public LoadBalancerStatus LoadBalancer { get; init; } = new();

    /// <summary>Aspects of the Service, such as problems with its ports.</summary>
    [Field(2, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<Condition>? Conditions { get; init; }
}
