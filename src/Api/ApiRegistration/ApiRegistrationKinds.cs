using ActorKube.Api.Kinds;

namespace ActorKube.Api.ApiRegistration;

/// <summary>The kinds of apiregistration.k8s.io.</summary>
public static class ApiRegistrationKinds
{
    public static IReadOnlyList<Kind> All { get; } = [APIServiceKind.Kind];
}
