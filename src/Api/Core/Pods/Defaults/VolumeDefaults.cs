namespace ActorKube.Api.Core;

/// <summary>Defaults of volumes; one without any source is an empty directory.</summary>
public static class VolumeDefaults
{
    /// <summary>rw-r--r--</summary>
    public const int FileMode = 0x1A4;

    /// <summary>An hour, in seconds.</summary>
    public const long TokenExpiration = 3600;

    public static Volume Apply(Volume volume) => VolumeSources.Count(volume) == 0 ? volume with { EmptyDir = new EmptyDirVolumeSource() } : volume with
    {
        HostPath = volume.HostPath is { Type: null } path ? path with { Type = "" } : volume.HostPath,
        Secret = volume.Secret is { DefaultMode: null } secret ? secret with { DefaultMode = FileMode } : volume.Secret,
        ConfigMap = volume.ConfigMap is { DefaultMode: null } map ? map with { DefaultMode = FileMode } : volume.ConfigMap,
        DownwardAPI = Apply(volume.DownwardAPI),
        Projected = Apply(volume.Projected),
        Ephemeral = Apply(volume.Ephemeral),
        Iscsi = volume.Iscsi is { IscsiInterface: null } iscsi ? iscsi with { IscsiInterface = "default" } : volume.Iscsi,
        Rbd = Apply(volume.Rbd),
        AzureDisk = Apply(volume.AzureDisk),
        ScaleIO = Apply(volume.ScaleIO),
    };

    private static DownwardAPIVolumeSource? Apply(DownwardAPIVolumeSource? source) => source is null ? null : source with
    {
        DefaultMode = source.DefaultMode ?? FileMode,
        Items = source.Items.Each(Apply),
    };

    private static DownwardAPIVolumeFile Apply(DownwardAPIVolumeFile file) =>
        file.FieldRef is { } field ? file with { FieldRef = ContainerDefaults.Apply(field) } : file;

    private static ProjectedVolumeSource? Apply(ProjectedVolumeSource? source) => source is null ? null : source with
    {
        DefaultMode = source.DefaultMode ?? FileMode,
        Sources = source.Sources.Each(Apply),
    };

    private static VolumeProjection Apply(VolumeProjection projection) => projection with
    {
        DownwardAPI = projection.DownwardAPI is { } files ? files with { Items = files.Items.Each(Apply) } : null,
        ServiceAccountToken = projection.ServiceAccountToken is { ExpirationSeconds: null } token
            ? token with { ExpirationSeconds = TokenExpiration }
            : projection.ServiceAccountToken,
    };

    private static EphemeralVolumeSource? Apply(EphemeralVolumeSource? source) => source is not { VolumeClaimTemplate: { } template } ? source : source with
    {
        VolumeClaimTemplate = template with
        {
            Spec = template.Spec with
            {
                VolumeMode = template.Spec.VolumeMode ?? "Filesystem",
                Resources = template.Spec.Resources with
                {
                    Limits = ResourceLists.RoundToMilli(template.Spec.Resources.Limits),
                    Requests = ResourceLists.RoundToMilli(template.Spec.Resources.Requests),
                },
            },
        },
    };

    private static RBDVolumeSource? Apply(RBDVolumeSource? source) => source is null ? null : source with
    {
        Pool = source.Pool ?? "rbd",
        User = source.User ?? "admin",
        Keyring = source.Keyring ?? "/etc/ceph/keyring",
    };

    private static AzureDiskVolumeSource? Apply(AzureDiskVolumeSource? source) => source is null ? null : source with
    {
        CachingMode = source.CachingMode ?? "ReadWrite",
        FsType = source.FsType ?? "ext4",
        ReadOnly = source.ReadOnly ?? false,
        Kind = source.Kind ?? "Shared",
    };

    private static ScaleIOVolumeSource? Apply(ScaleIOVolumeSource? source) => source is null ? null : source with
    {
        StorageMode = source.StorageMode ?? "ThinProvisioned",
        FsType = source.FsType ?? "xfs",
    };
}
