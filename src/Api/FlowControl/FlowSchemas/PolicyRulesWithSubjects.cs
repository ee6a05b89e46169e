using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>Requests by who makes them and what they ask for. At least one of the two kinds of rules is needed.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.PolicyRulesWithSubjects")]
public sealed partial record PolicyRulesWithSubjects
{
    /// <summary>Who makes the request; one match is enough, and there must be one.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<Subject>? Subjects { get; init; }

    /// <summary>Resources that are asked for; a request needs to match only one rule of either kind.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<ResourcePolicyRule>? ResourceRules { get; init; }

    /// <summary>Other paths that are asked for; a request needs to match only one rule of either kind.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<NonResourcePolicyRule>? NonResourceRules { get; init; }
}
