using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

[ApiType("io.k8s.api.authentication.v1.TokenRequestStatus")]
public sealed partial record TokenRequestStatus
{
    [Field(1, Required = true)]
    public string Token { get; init; } = "";

    [Field(2, Required = true, Always = true)]
    public DateTimeOffset? ExpirationTimestamp { get; init; }
}
