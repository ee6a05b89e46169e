using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

/// <summary>Verbs allowed on certain resources. The order of rules means nothing.</summary>
[ApiType("io.k8s.api.authorization.v1.ResourceRule")]
public sealed partial record ResourceRule
{
    /// <summary>Verbs, such as <c>get</c>, <c>list</c>, <c>watch</c> and <c>create</c>; <c>*</c> means all.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? Verbs { get; init; }

    /// <summary>API groups, one of which the request must be in; <c>*</c> means all.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? ApiGroups { get; init; }

    /// <summary>Resources; <c>*</c> means all of the groups, <c>*/scale</c> that subresource of all.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary>Names of the objects the rule is limited to; all when empty.</summary>
    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<string>? ResourceNames { get; init; }
}
