using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

/// <summary>Adds a kind of object to the API. Named <c>&lt;plural&gt;.&lt;group&gt;</c>.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition")]
public sealed partial record CustomResourceDefinition : IApiObject
{
    /// <summary>The kind of this object, <c>CustomResourceDefinition</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>apiextensions.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Names, scope, versions and schemas of the kind.</summary>
    [Field(2, Required = true)]
    public CustomResourceDefinitionSpec Spec { get; init; } = new();

    /// <summary>What controllers last observed; written through the <c>status</c> subresource and ignored in ordinary writes.</summary>
    [Field(3)]
    public CustomResourceDefinitionStatus Status { get; init; } = new();
}
