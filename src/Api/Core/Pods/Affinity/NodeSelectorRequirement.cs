using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One test of a node's label or field: a key, an operator and values.</summary>
[ApiType("io.k8s.api.core.v1.NodeSelectorRequirement")]
public sealed partial record NodeSelectorRequirement
{
    /// <summary>Label key, or field name where fields are matched.</summary>
    [Field(1, Required = true)]
    public string Key { get; init; } = "";

    /// <summary><c>In</c>, <c>NotIn</c>, <c>Exists</c>, <c>DoesNotExist</c>, or <c>Gt</c> and <c>Lt</c> for integers.</summary>
    [Field(2, Required = true, Enum = ["DoesNotExist", "Exists", "Gt", "In", "Lt", "NotIn"])]
    public string Operator { get; init; } = "";

    /// <summary>Values for <c>In</c> and <c>NotIn</c>; exactly one integer for <c>Gt</c> and <c>Lt</c>; none for the others.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<string>? Values { get; init; }
}
