using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

/// <summary>Answer to a SelfSubjectReview: the caller's identity.</summary>
[ApiType("io.k8s.api.authentication.v1.SelfSubjectReviewStatus")]
public sealed partial record SelfSubjectReviewStatus
{
    /// <summary>Name, UID, groups and extras of the caller; with impersonation, those of the impersonated user.</summary>
    [Field(1)]
    public UserInfo UserInfo { get; init; } = new();
}
