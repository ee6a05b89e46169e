using ActorKube.Api.Kinds;

namespace ActorKube.Api.Coordination;

/// <summary>Kinds of coordination.k8s.io.</summary>
public static class CoordinationKinds
{
    public static IReadOnlyList<Kind> All { get; } = [LeaseKind.Kind];
}
