using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

/// <summary>Kinds of the core group, but for pods and what carries their template.</summary>
public static class CoreKinds
{
    public static IReadOnlyList<Kind> All { get; } =
    [
        ComponentStatusKind.Kind,
        ConfigMapKind.Kind,
        EndpointsKind.Kind,
        EventKind.Kind,
        LimitRangeKind.Kind,
        NamespaceKind.Kind,
        NodeKind.Kind,
        PersistentVolumeClaimKind.Kind,
        PersistentVolumeKind.Kind,
        ResourceQuotaKind.Kind,
        SecretKind.Kind,
        ServiceAccountKind.Kind,
        ServiceKind.Kind,
    ];
}
