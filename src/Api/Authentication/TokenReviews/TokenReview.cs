using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

/// <summary>Asks the server to check a bearer token.</summary>
[ApiType("io.k8s.api.authentication.v1.TokenReview")]
public sealed partial record TokenReview : IApiObject
{
    /// <summary>The kind of this object, <c>TokenReview</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>authentication.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Token to check, and the audiences it should be for.</summary>
    [Field(2, Required = true)]
    public TokenReviewSpec Spec { get; init; } = new();

    /// <summary>Whose token it is, if it is valid; filled in by the server.</summary>
    [Field(3)]
    public TokenReviewStatus Status { get; init; } = new();
}
