using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

[ApiType("io.k8s.api.authentication.v1.TokenReviewStatus")]
public sealed partial record TokenReviewStatus
{
    [Field(1)]
    public bool Authenticated { get; init; }

    [Field(2)]
    public UserInfo User { get; init; } = new();

    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<string>? Audiences { get; init; }

    [Field(3)]
    public string? Error { get; init; }
}
