using ActorKube.Api.Kinds;

namespace ActorKube.Api.Authentication;

internal static class SelfSubjectReviewKind
{
    public static readonly Kind<SelfSubjectReview> Kind = new()
    {
        Group = AuthenticationKinds.Group,
        Version = "v1",
        Name = "SelfSubjectReview",
        Plural = "selfsubjectreviews",
        Namespaced = false,
        Verbs = ["create"],
        OnCreate = static review => review with { Status = new() },
    };
}
