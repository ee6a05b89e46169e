using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ServiceStatus")]
public sealed partial record ServiceStatus
{
    [Field(1)]
    public LoadBalancerStatus LoadBalancer { get; init; } = new();

    [Field(2, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<Condition>? Conditions { get; init; }
}
