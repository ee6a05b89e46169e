using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

/// <summary>Asks whether the caller itself may do something.</summary>
[ApiType("io.k8s.api.authorization.v1.SelfSubjectAccessReview")]
public sealed partial record SelfSubjectAccessReview : IApiObject
{
    /// <summary>The kind of this object, <c>SelfSubjectAccessReview</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>authorization.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Request that the caller asks about; the user is the caller itself.</summary>
    [Field(2, Required = true)]
    public SelfSubjectAccessReviewSpec Spec { get; init; } = new();

    /// <summary>Whether the request is allowed; filled in by the server.</summary>
    [Field(3)]
    public SubjectAccessReviewStatus Status { get; init; } = new();
}
