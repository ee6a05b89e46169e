using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

/// <summary>Link to documentation of a field kept elsewhere.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ExternalDocumentation")]
public sealed partial record ExternalDocumentation
{
    /// <summary>What the reader finds at the address, in a few words.</summary>
    [Field(1)]
    public string? Description { get; init; }

    /// <summary>Address of the documentation, as a URL.</summary>
    [Field(2)]
    public string? Url { get; init; }
}
