using ActorKube.Api.Kinds;

namespace ActorKube.Api.Discovery;

/// <summary>Kinds of discovery.k8s.io.</summary>
public static class DiscoveryKinds
{
    public static IReadOnlyList<Kind> All { get; } = [EndpointSliceKind.Kind];
}
