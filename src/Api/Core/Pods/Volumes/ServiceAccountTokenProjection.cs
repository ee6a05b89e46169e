using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>File with a token of the Pod's ServiceAccount, renewed before it expires.</summary>
[ApiType("io.k8s.api.core.v1.ServiceAccountTokenProjection")]
public sealed partial record ServiceAccountTokenProjection
{
    /// <summary>Recipient the token is meant for, who must check it; the API server when empty.</summary>
    [Field(1)]
    public string? Audience { get; init; }

    /// <summary>Wanted lifetime in seconds, default 3600, minimum 600. It is renewed at 80% of this, or after 24 hours.</summary>
    [Field(2)]
    public long? ExpirationSeconds { get; init; }

    /// <summary>Path of the file in the volume, relative.</summary>
    [Field(3, Required = true)]
    public string Path { get; init; } = "";
}
