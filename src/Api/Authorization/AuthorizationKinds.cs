using ActorKube.Api.Kinds;

namespace ActorKube.Api.Authorization;

/// <summary>The kinds of authorization.k8s.io. They are answered at once and never stored.</summary>
public static class AuthorizationKinds
{
    internal const string Group = "authorization.k8s.io";

    public static IReadOnlyList<Kind> All { get; } =
        [LocalSubjectAccessReviewKind.Kind, SelfSubjectAccessReviewKind.Kind, SelfSubjectRulesReviewKind.Kind, SubjectAccessReviewKind.Kind];
}
