using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

/// <summary>Answer of an access review: whether a request is allowed.</summary>
[ApiType("io.k8s.api.authorization.v1.SubjectAccessReviewStatus")]
public sealed partial record SubjectAccessReviewStatus
{
    /// <summary>Whether the request is allowed; <c>false</c> alone doesn't mean an express denial.</summary>
    [Field(1, Required = true, Always = true)]
    public bool Allowed { get; init; }

    /// <summary>
    /// Whether it is expressly denied, so that nobody else may allow it. With <c>allowed</c> also <c>false</c>, no one had an opinion.
    /// </summary>
    [Field(4)]
    public bool Denied { get; init; }

    /// <summary>Why it was allowed or denied, if it is known.</summary>
    [Field(2)]
    public string? Reason { get; init; }

    /// <summary>Error on the way to the answer, which is valid nevertheless: another authorizer may have decided.</summary>
    [Field(3)]
    public string? EvaluationError { get; init; }
}
