using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>File with the certificates of ClusterTrustBundles, without duplicates and comments; kept up to date.</summary>
[ApiType("io.k8s.api.core.v1.ClusterTrustBundleProjection")]
public sealed partial record ClusterTrustBundleProjection
{
    /// <summary>Name of one bundle; excludes <c>signerName</c> and <c>labelSelector</c>.</summary>
    [Field(1, KeepEmpty = true)]
    public string? Name { get; init; }

    /// <summary>Signer whose bundles are all taken; excludes <c>name</c>.</summary>
    [Field(2, KeepEmpty = true)]
    public string? SignerName { get; init; }

    /// <summary>Labels of the signer's bundles. With <c>signerName</c>, absent selects none and <c>{}</c> all.</summary>
    [Field(3)]
    public LabelSelector? LabelSelector { get; init; }

    /// <summary><c>true</c> lets the Pod start when no bundle is found; the file may then be empty.</summary>
    [Field(5)]
    public bool? Optional { get; init; }

    /// <summary>Path of the file in the volume, relative.</summary>
    [Field(4, Required = true)]
    public string Path { get; init; } = "";
}
