using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

/// <summary>Tells a caller who the server thinks it is.</summary>
[ApiType("io.k8s.api.authentication.v1.SelfSubjectReview")]
public sealed partial record SelfSubjectReview : IApiObject
{
    /// <summary>The kind of this object, <c>SelfSubjectReview</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>authentication.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>The caller's attributes; filled in by the server.</summary>
    [Field(2)]
    public SelfSubjectReviewStatus Status { get; init; } = new();
}
