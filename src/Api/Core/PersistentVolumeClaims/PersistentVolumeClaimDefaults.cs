namespace ActorKube.Api.Core;

/// <summary>Defaults of claims, and what a write may not touch. Classes of attributes and sources in other namespaces are off in v1.32.</summary>
internal static class PersistentVolumeClaimDefaults
{
    private const string Pending = "Pending";

    public static PersistentVolumeClaim Apply(PersistentVolumeClaim claim) => claim with
    {
        Spec = claim.Spec with
        {
            VolumeMode = claim.Spec.VolumeMode ?? StorageNames.Filesystem,
            Resources = claim.Spec.Resources with
            {
                Limits = ResourceLists.RoundToMilli(claim.Spec.Resources.Limits),
                Requests = ResourceLists.RoundToMilli(claim.Spec.Resources.Requests),
            },
        },
        Status = claim.Status with
        {
            Phase = string.IsNullOrEmpty(claim.Status.Phase) ? Pending : claim.Status.Phase,
            Capacity = ResourceLists.RoundToMilli(claim.Status.Capacity),
            AllocatedResources = ResourceLists.RoundToMilli(claim.Status.AllocatedResources),
        },
    };

    public static PersistentVolumeClaim PrepareForCreate(PersistentVolumeClaim claim) =>
        claim with { Spec = WithSources(claim.Spec, null), Status = new PersistentVolumeClaimStatus { Phase = Pending } };

    public static PersistentVolumeClaim PrepareForUpdate(PersistentVolumeClaim next, PersistentVolumeClaim previous) =>
        next with { Spec = WithSources(next.Spec, previous.Spec), Status = previous.Status };

    public static PersistentVolumeClaim PrepareForStatusUpdate(PersistentVolumeClaim next, PersistentVolumeClaim previous) => next with
    {
        Spec = previous.Spec,
        Status = next.Status with
        {
            CurrentVolumeAttributesClassName = previous.Status.CurrentVolumeAttributesClassName is null ? null : next.Status.CurrentVolumeAttributesClassName,
            ModifyVolumeStatus = previous.Status.ModifyVolumeStatus is null ? null : next.Status.ModifyVolumeStatus,
        },
    };

    /// <summary>Fills each of the two fields for a source from the other, after dropping what they may not name.</summary>
    public static PersistentVolumeClaimSpec Normalized(PersistentVolumeClaimSpec spec) => (spec.DataSource, spec.DataSourceRef) switch
    {
        ({ } source, null) => spec with { DataSourceRef = new TypedObjectReference { ApiGroup = source.ApiGroup, Kind = source.Kind, Name = source.Name } },
        (null, { Namespace: null or "" } reference) =>
            spec with { DataSource = new TypedLocalObjectReference { ApiGroup = reference.ApiGroup, Kind = reference.Kind, Name = reference.Name } },
        _ => spec,
    };

    private static PersistentVolumeClaimSpec WithSources(PersistentVolumeClaimSpec spec, PersistentVolumeClaimSpec? previous)
    {
        spec = spec with
        {
            VolumeAttributesClassName = previous?.VolumeAttributesClassName is null ? null : spec.VolumeAttributesClassName,
            DataSourceRef = spec.DataSourceRef is { Namespace.Length: > 0 } && previous?.DataSourceRef is null ? null : spec.DataSourceRef,
        };

        // Older clients may name nonsense as a source; it has always been ignored.
        if (previous is not ({ DataSource: not null } or { DataSourceRef: not null }) && spec.DataSourceRef is null && !IsClaimOrSnapshot(spec.DataSource))
        {
            spec = spec with { DataSource = null };
        }

        return Normalized(spec);
    }

    private static bool IsClaimOrSnapshot(TypedLocalObjectReference? source) =>
        source is { Kind: "PersistentVolumeClaim", ApiGroup: null or "" } or { Kind: "VolumeSnapshot", ApiGroup: "snapshot.storage.k8s.io" };
}
