using ActorKube.Api.Schema;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Extensions;

/// <summary>Subresources that objects of a kind have in a version.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresources")]
public sealed partial record CustomResourceSubresources
{
    /// <summary>
    /// <c>{}</c> adds <c>status</c>: it alone changes the status then, ordinary writes only the rest, and <c>generation</c> counts these.
    /// </summary>
    [Field(1, Schema = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceStatus")]
    public RawJson? Status { get; init; }

    /// <summary>Adds <c>scale</c>, by which tools read and set the number of replicas.</summary>
    [Field(2)]
    public CustomResourceSubresourceScale? Scale { get; init; }
}
