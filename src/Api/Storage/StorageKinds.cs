using ActorKube.Api.Kinds;

namespace ActorKube.Api.Storage;

/// <summary>The kinds of storage.k8s.io.</summary>
public static class StorageKinds
{
    public static IReadOnlyList<Kind> All { get; } =
        [CSIDriverKind.Kind, CSINodeKind.Kind, CSIStorageCapacityKind.Kind, StorageClassKind.Kind, VolumeAttachmentKind.Kind];
}
