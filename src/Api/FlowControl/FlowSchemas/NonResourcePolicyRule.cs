using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

[ApiType("io.k8s.api.flowcontrol.v1.NonResourcePolicyRule")]
public sealed partial record NonResourcePolicyRule
{
    [Field(1, Required = true, Always = true, List = ListType.Set)]
    public IReadOnlyList<string>? Verbs { get; init; }

    [Field(6, Required = true, Always = true, List = ListType.Set)]
    public IReadOnlyList<string>? NonResourceURLs { get; init; }
}
