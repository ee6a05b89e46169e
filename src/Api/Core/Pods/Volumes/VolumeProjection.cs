using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One source of a projected volume; exactly one member must be set.</summary>
[ApiType("io.k8s.api.core.v1.VolumeProjection")]
public sealed partial record VolumeProjection
{
    /// <summary>Entries of a Secret in the Pod's namespace as files.</summary>
    [Field(1)]
    public SecretProjection? Secret { get; init; }

    /// <summary>Facts about the Pod, such as its labels, as files.</summary>
    [Field(2)]
    public DownwardAPIProjection? DownwardAPI { get; init; }

    /// <summary>Entries of a ConfigMap in the Pod's namespace as files.</summary>
    [Field(3)]
    public ConfigMapProjection? ConfigMap { get; init; }

    /// <summary>Token of the Pod's ServiceAccount, renewed before it expires.</summary>
    [Field(4)]
    public ServiceAccountTokenProjection? ServiceAccountToken { get; init; }

    /// <summary>Certificates of one or more ClusterTrustBundles in one file.</summary>
    [Field(5)]
    public ClusterTrustBundleProjection? ClusterTrustBundle { get; init; }
}
