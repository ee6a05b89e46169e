using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.TopologySelectorLabelRequirement")]
public sealed partial record TopologySelectorLabelRequirement
{
    [Field(1, Required = true)]
    public string Key { get; init; } = "";

    [Field(2, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? Values { get; init; }
}
