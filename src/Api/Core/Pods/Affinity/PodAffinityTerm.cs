using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.PodAffinityTerm")]
public sealed partial record PodAffinityTerm
{
    [Field(1)]
    public LabelSelector? LabelSelector { get; init; }

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? Namespaces { get; init; }

    [Field(3, Required = true)]
    public string TopologyKey { get; init; } = "";

    [Field(4)]
    public LabelSelector? NamespaceSelector { get; init; }

    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<string>? MatchLabelKeys { get; init; }

    [Field(6, List = ListType.Atomic)]
    public IReadOnlyList<string>? MismatchLabelKeys { get; init; }
}
