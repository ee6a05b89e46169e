using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

/// <summary>Asks whether a user may do something in one namespace; for those who may grant rights only there.</summary>
[ApiType("io.k8s.api.authorization.v1.LocalSubjectAccessReview")]
public sealed partial record LocalSubjectAccessReview : IApiObject
{
    /// <summary>The kind of this object, <c>LocalSubjectAccessReview</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>authorization.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>The namespace of the question; the rest must be empty.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>User and request; the request's namespace must be that of the object.</summary>
    [Field(2, Required = true)]
    public SubjectAccessReviewSpec Spec { get; init; } = new();

    /// <summary>Whether the request is allowed; filled in by the server.</summary>
    [Field(3)]
    public SubjectAccessReviewStatus Status { get; init; } = new();
}
