using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement")]
public sealed partial record LabelSelectorRequirement
{
    [Field(1, Required = true)]
    public string Key { get; init; } = "";

    [Field(2, Required = true)]
    public string Operator { get; init; } = "";

    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<string>? Values { get; init; }
}
