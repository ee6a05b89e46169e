using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.NodeSelector", Atomic = true)]
public sealed partial record NodeSelector
{
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<NodeSelectorTerm>? NodeSelectorTerms { get; init; }
}
