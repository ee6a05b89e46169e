using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

/// <summary>Answer to a TokenReview: whether the token is valid, and whose it is.</summary>
[ApiType("io.k8s.api.authentication.v1.TokenReviewStatus")]
public sealed partial record TokenReviewStatus
{
    /// <summary>Whether the token belongs to a known user.</summary>
    [Field(1)]
    public bool Authenticated { get; init; }

    /// <summary>User that the token belongs to; empty if it isn't valid.</summary>
    [Field(2)]
    public UserInfo User { get; init; } = new();

    /// <summary>Recipients that were asked for and that the token is meant for. Empty means the API server.</summary>
    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<string>? Audiences { get; init; }

    /// <summary>Why the token couldn't be checked; empty when it could.</summary>
    [Field(3)]
    public string? Error { get; init; }
}
