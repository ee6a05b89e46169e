using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

[ApiType("io.k8s.api.authorization.v1.SubjectAccessReview")]
public sealed partial record SubjectAccessReview : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, Required = true)]
    public SubjectAccessReviewSpec Spec { get; init; } = new();

    [Field(3)]
    public SubjectAccessReviewStatus Status { get; init; } = new();
}
