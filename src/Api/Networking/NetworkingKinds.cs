using ActorKube.Api.Kinds;

namespace ActorKube.Api.Networking;

/// <summary>The kinds of networking.k8s.io.</summary>
public static class NetworkingKinds
{
    public static IReadOnlyList<Kind> All { get; } = [IngressClassKind.Kind, IngressKind.Kind, NetworkPolicyKind.Kind];
}
