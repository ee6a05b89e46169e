using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ScopedResourceSelectorRequirement")]
public sealed partial record ScopedResourceSelectorRequirement
{
    [Field(1, Required = true)]
    public string ScopeName { get; init; } = "";

    [Field(2, Required = true)]
    public string Operator { get; init; } = "";

    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<string>? Values { get; init; }
}
