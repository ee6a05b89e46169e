using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

/// <summary>Schema by which objects of a version are checked.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceValidation")]
public sealed partial record CustomResourceValidation
{
    /// <summary>The schema; it must be structural, that is, give a type for each field.</summary>
    [Field(1)]
    public JSONSchemaProps? OpenAPIV3Schema { get; init; }
}
