using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>Answer of <c>/apis</c>: all API groups with a name.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.APIGroupList")]
public sealed partial record APIGroupList
{
    /// <summary>The kind of this answer, <c>APIGroupList</c>.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API version of this answer, <c>v1</c>.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>The groups, without the core group.</summary>
    [Field(1, List = ListType.Atomic, Required = true, Always = true)]
    public IReadOnlyList<APIGroup>? Groups { get; init; }
}
