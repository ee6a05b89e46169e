using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

/// <summary>Token to check, and the audiences it should be for.</summary>
[ApiType("io.k8s.api.authentication.v1.TokenReviewSpec")]
public sealed partial record TokenReviewSpec
{
    /// <summary>The bearer token to check, as it was sent.</summary>
    [Field(1)]
    public string? Token { get; init; }

    /// <summary>Recipients of which the token must be meant for one; the API server when empty.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? Audiences { get; init; }
}
