using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

[ApiType("io.k8s.api.flowcontrol.v1.PolicyRulesWithSubjects")]
public sealed partial record PolicyRulesWithSubjects
{
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<Subject>? Subjects { get; init; }

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<ResourcePolicyRule>? ResourceRules { get; init; }

    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<NonResourcePolicyRule>? NonResourceRules { get; init; }
}
