using ActorKube.Api.Kinds;

namespace ActorKube.Api.Authentication;

/// <summary>The kinds of authentication.k8s.io. They are answered at once and never stored.</summary>
public static class AuthenticationKinds
{
    internal const string Group = "authentication.k8s.io";

    public static IReadOnlyList<Kind> All { get; } = [SelfSubjectReviewKind.Kind, TokenReviewKind.Kind];
}
