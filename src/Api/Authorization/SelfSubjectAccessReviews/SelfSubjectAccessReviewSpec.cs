using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

/// <summary>Request that the caller asks about, for a resource or a path.</summary>
[ApiType("io.k8s.api.authorization.v1.SelfSubjectAccessReviewSpec")]
public sealed partial record SelfSubjectAccessReviewSpec
{
    /// <summary>Request for a resource. Exactly one of this and <c>nonResourceAttributes</c> must be set.</summary>
    [Field(1)]
    public ResourceAttributes? ResourceAttributes { get; init; }

    /// <summary>Request for a path that isn't a resource, such as <c>/healthz</c>.</summary>
    [Field(2)]
    public NonResourceAttributes? NonResourceAttributes { get; init; }
}
