using ActorKube.Api.Schema;

namespace ActorKube.Api.Extensions;

/// <summary>Where the <c>scale</c> subresource finds its values. Paths are simple: no index or wildcard.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceScale")]
public sealed partial record CustomResourceSubresourceScale
{
    /// <summary>Path of the wanted number, below <c>.spec</c>; reading scale fails while the object has no value there.</summary>
    [Field(1, Required = true)]
    public string SpecReplicasPath { get; init; } = "";

    /// <summary>Path of the actual number, below <c>.status</c>; 0 while there is no value.</summary>
    [Field(2, Required = true)]
    public string StatusReplicasPath { get; init; } = "";

    /// <summary>Path of the selector as a string, below <c>.status</c> or <c>.spec</c>; needed for autoscaling.</summary>
    [Field(3, KeepEmpty = true)]
    public string? LabelSelectorPath { get; init; }
}
