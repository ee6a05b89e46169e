using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

/// <summary>Token that a driver gets when it mounts.</summary>
[ApiType("io.k8s.api.storage.v1.TokenRequest")]
public sealed partial record TokenRequest
{
    /// <summary>Recipient of the token; empty for that of the API server.</summary>
    [Field(1, Required = true)]
    public string Audience { get; init; } = "";

    /// <summary>Lifetime in seconds, at least 600; default 3600.</summary>
    [Field(2)]
    public long? ExpirationSeconds { get; init; }
}
