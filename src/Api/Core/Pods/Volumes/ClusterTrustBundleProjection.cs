using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ClusterTrustBundleProjection")]
public sealed partial record ClusterTrustBundleProjection
{
    [Field(1, KeepEmpty = true)]
    public string? Name { get; init; }

    [Field(2, KeepEmpty = true)]
    public string? SignerName { get; init; }

    [Field(3)]
    public LabelSelector? LabelSelector { get; init; }

    [Field(5)]
    public bool? Optional { get; init; }

    [Field(4, Required = true)]
    public string Path { get; init; } = "";
}
