using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

[ApiType("io.k8s.api.authentication.v1.SelfSubjectReview")]
public sealed partial record SelfSubjectReview : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public SelfSubjectReviewStatus Status { get; init; } = new();
}
