using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>Answer of <c>/apis/GROUP/VERSION</c>: the resources of one version.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.APIResourceList")]
public sealed partial record APIResourceList
{
    /// <summary>The kind of this answer, <c>APIResourceList</c>.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API version of this answer, <c>v1</c>.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Group and version that the resources belong to: <c>apps/v1</c>.</summary>
    [Field(1, Required = true)]
    public string GroupVersion { get; init; } = "";

    /// <summary>The resources and their subresources.</summary>
    [Field(2, List = ListType.Atomic, Required = true, Always = true)]
    public IReadOnlyList<APIResource>? Resources { get; init; }
}
