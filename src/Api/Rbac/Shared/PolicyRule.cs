using ActorKube.Api.Schema;

namespace ActorKube.Api.Rbac;

[ApiType("io.k8s.api.rbac.v1.PolicyRule")]
public sealed partial record PolicyRule
{
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? Verbs { get; init; }

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? ApiGroups { get; init; }

    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<string>? Resources { get; init; }

    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<string>? ResourceNames { get; init; }

    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<string>? NonResourceURLs { get; init; }
}
