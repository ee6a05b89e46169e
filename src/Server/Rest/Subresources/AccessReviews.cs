using ActorKube.Api.Authentication;
using ActorKube.Api.Authorization;
using ActorKube.Api.Meta;

namespace ActorKube.Server.Rest.Subresources;

/// <summary>
/// Answers to "may I". Until there is role-based access control every authenticated user may do everything, and the
/// answers say so.
/// </summary>
internal static class AccessReviews
{
    private const string Reason = "every authenticated user is allowed everything";

    private static readonly SubjectAccessReviewStatus Allowed = new() { Allowed = true, Reason = Reason };

    public static IApiObject Answer(IApiObject question, UserInfo user, string @namespace) => question switch
    {
        SubjectAccessReview review => review with { Status = Allowed },
        LocalSubjectAccessReview review => review with { Status = Allowed },
        SelfSubjectAccessReview review => review with { Status = Allowed },
        SelfSubjectRulesReview review => review with
        {
            Status = new SubjectRulesReviewStatus
            {
                ResourceRules = [new ResourceRule { Verbs = ["*"], ApiGroups = ["*"], Resources = ["*"] }],
                NonResourceRules = [new NonResourceRule { Verbs = ["*"], NonResourceURLs = ["*"] }],
            },
        },
        _ => throw new NotSupportedException($"Nobody answers {question.Kind}."),
    };
}
