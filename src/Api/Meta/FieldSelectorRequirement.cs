using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>One test of an object's field, as part of a field selector.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.FieldSelectorRequirement")]
public sealed partial record FieldSelectorRequirement
{
    /// <summary>Field that is tested, such as <c>metadata.name</c>; each kind supports a few.</summary>
    [Field(1, Required = true)]
    public string Key { get; init; } = "";

    /// <summary><c>In</c>, <c>NotIn</c>, <c>Exists</c> or <c>DoesNotExist</c>; expect more in later versions.</summary>
    [Field(2, Required = true)]
    public string Operator { get; init; } = "";

    /// <summary>Values to compare with: at least one for <c>In</c> and <c>NotIn</c>, none for the other operators.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<string>? Values { get; init; }
}
