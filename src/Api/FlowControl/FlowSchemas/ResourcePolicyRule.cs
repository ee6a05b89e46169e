using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

[ApiType("io.k8s.api.flowcontrol.v1.ResourcePolicyRule")]
public sealed partial record ResourcePolicyRule
{
    [Field(1, Required = true, Always = true, List = ListType.Set)]
    public IReadOnlyList<string>? Verbs { get; init; }

    [Field(2, Required = true, Always = true, List = ListType.Set)]
    public IReadOnlyList<string>? ApiGroups { get; init; }

    [Field(3, Required = true, Always = true, List = ListType.Set)]
    public IReadOnlyList<string>? Resources { get; init; }

    [Field(4)]
    public bool ClusterScope { get; init; }

    [Field(5, Always = true, List = ListType.Set)]
    public IReadOnlyList<string>? Namespaces { get; init; }
}
