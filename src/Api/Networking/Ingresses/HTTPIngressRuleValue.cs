using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

[ApiType("io.k8s.api.networking.v1.HTTPIngressRuleValue")]
public sealed partial record HTTPIngressRuleValue
{
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<HTTPIngressPath>? Paths { get; init; }
}
