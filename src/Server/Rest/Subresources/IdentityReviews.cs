using ActorKube.Api.Authentication;
using ActorKube.Api.Meta;
using ActorKube.Server.Tokens;

namespace ActorKube.Server.Rest.Subresources;

/// <summary>Answers to "who am I" and "whose token is this".</summary>
internal sealed class IdentityReviews(TokenVerifier tokens, TimeProvider time)
{
    public IApiObject Answer(IApiObject question, UserInfo user, string @namespace) => question switch
    {
        SelfSubjectReview review => review with
        {
            Metadata = new ObjectMeta { CreationTimestamp = time.GetUtcNow() },
            Status = new SelfSubjectReviewStatus { UserInfo = user },
        },
        TokenReview review => review with { Status = Status(tokens.Verify(review.Spec.Token ?? "", Audiences(review))) },
        _ => throw new NotSupportedException($"Nobody answers {question.Kind}."),
    };

    private static IReadOnlyList<string> Audiences(TokenReview review) => review.Spec.Audiences is { Count: > 0 } asked ? asked : TokenVerifier.OwnAudiences;

    private static TokenReviewStatus Status(TokenVerdict verdict) => verdict.User is { } user
        ? new TokenReviewStatus { Authenticated = true, User = user, Audiences = verdict.Audiences }
        : new TokenReviewStatus { Error = verdict.Error };
}
