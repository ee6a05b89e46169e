using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceScale")]
public sealed partial record CustomResourceSubresourceScale
{
    [Field(1, Required = true)]
    public string SpecReplicasPath { get; init; } = "";

    [Field(2, Required = true)]
    public string StatusReplicasPath { get; init; } = "";

    [Field(3, KeepEmpty = true)]
    public string? LabelSelectorPath { get; init; }
}
