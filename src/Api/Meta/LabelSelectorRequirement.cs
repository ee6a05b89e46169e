using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>One test of an object's labels: a key, an operator and values.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement")]
public sealed partial record LabelSelectorRequirement
{
    /// <summary>Key of the label that is tested, such as <c>app.kubernetes.io/name</c>.</summary>
    [Field(1, Required = true)]
    public string Key { get; init; } = "";

    /// <summary><c>In</c>, <c>NotIn</c>, <c>Exists</c> or <c>DoesNotExist</c>. <c>NotIn</c> also holds for objects without the label.</summary>
    [Field(2, Required = true)]
    public string Operator { get; init; } = "";

    /// <summary>
    /// Values to compare with: at least one for <c>In</c> and <c>NotIn</c>, none for the other operators. A patch replaces the whole list.
    /// </summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<string>? Values { get; init; }
}
