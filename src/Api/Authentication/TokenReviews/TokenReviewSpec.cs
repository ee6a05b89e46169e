using ActorKube.Api.Schema;

namespace ActorKube.Api.Authentication;

[ApiType("io.k8s.api.authentication.v1.TokenReviewSpec")]
public sealed partial record TokenReviewSpec
{
    [Field(1)]
    public string? Token { get; init; }

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? Audiences { get; init; }
}
