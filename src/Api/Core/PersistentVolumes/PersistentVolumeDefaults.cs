namespace ActorKube.Api.Core;

/// <summary>Defaults of volumes and of their sources, and what a write may not touch.</summary>
internal static class PersistentVolumeDefaults
{
    private const string Pending = "Pending";

    public static PersistentVolume Apply(PersistentVolume volume) => volume with
    {
        Spec = WithSources(volume.Spec) with
        {
            Capacity = ResourceLists.RoundToMilli(volume.Spec.Capacity),
            PersistentVolumeReclaimPolicy = string.IsNullOrEmpty(volume.Spec.PersistentVolumeReclaimPolicy) ? "Retain" : volume.Spec.PersistentVolumeReclaimPolicy,
            VolumeMode = volume.Spec.VolumeMode ?? StorageNames.Filesystem,
        },
        Status = volume.Status with { Phase = string.IsNullOrEmpty(volume.Status.Phase) ? Pending : volume.Status.Phase },
    };

    /// <summary>The first phase starts at the creation.</summary>
    public static PersistentVolume PrepareForCreate(PersistentVolume volume) => volume with
    {
        Spec = volume.Spec with { VolumeAttributesClassName = null },
        Status = new PersistentVolumeStatus { Phase = Pending, LastPhaseTransitionTime = volume.Metadata.CreationTimestamp },
    };

    public static PersistentVolume PrepareForUpdate(PersistentVolume next, PersistentVolume previous) => next with
    {
        Spec = previous.Spec.VolumeAttributesClassName is null ? next.Spec with { VolumeAttributesClassName = null } : next.Spec,
        Status = previous.Status,
    };

    /// <summary>Who changes the phase says when; where it stays the same, so does its time.</summary>
    public static PersistentVolume PrepareForStatusUpdate(PersistentVolume next, PersistentVolume previous) => next with
    {
        Spec = previous.Spec,
        Status = next.Status.Phase == previous.Status.Phase && next.Status.LastPhaseTransitionTime is null
            ? next.Status with { LastPhaseTransitionTime = previous.Status.LastPhaseTransitionTime } : next.Status,
    };

    private static PersistentVolumeSpec WithSources(PersistentVolumeSpec spec) => spec with
    {
        HostPath = spec.HostPath is { Type: null } path ? path with { Type = "" } : spec.HostPath,
        Iscsi = spec.Iscsi is { IscsiInterface: null } iscsi ? iscsi with { IscsiInterface = "default" } : spec.Iscsi,
        Rbd = spec.Rbd is { } rbd ? rbd with { Pool = rbd.Pool ?? "rbd", User = rbd.User ?? "admin", Keyring = rbd.Keyring ?? "/etc/ceph/keyring" } : null,
        AzureDisk = spec.AzureDisk is { } disk ? disk with
        {
            CachingMode = disk.CachingMode ?? "ReadWrite",
            FsType = disk.FsType ?? "ext4",
            ReadOnly = disk.ReadOnly ?? false,
            Kind = disk.Kind ?? "Shared",
        } : null,
        ScaleIO = spec.ScaleIO is { } scale ? scale with { StorageMode = scale.StorageMode ?? "ThinProvisioned", FsType = scale.FsType ?? "xfs" } : null,
    };
}
