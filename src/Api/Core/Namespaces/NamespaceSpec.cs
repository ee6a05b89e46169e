using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.NamespaceSpec")]
public sealed partial record NamespaceSpec
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<string>? Finalizers { get; init; }
}
