using ActorKube.Api.Schema;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Extensions;

[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresources")]
public sealed partial record CustomResourceSubresources
{
    [Field(1, Schema = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceStatus")]
    public RawJson? Status { get; init; }

    [Field(2)]
    public CustomResourceSubresourceScale? Scale { get; init; }
}
