using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

/// <summary>The token that was issued, and when it ends.</summary>
[ApiType("io.k8s.api.authentication.v1.TokenRequestStatus")]
public sealed partial record TokenRequestStatus
{
    /// <summary>The token, a signed JWT to be sent as bearer token.</summary>
    [Field(1, Required = true)]
    public string Token { get; init; } = "";

    /// <summary>When the token expires; clients should renew it well before.</summary>
    [Field(2, Required = true, Always = true)]
    public DateTimeOffset? ExpirationTimestamp { get; init; }
}
