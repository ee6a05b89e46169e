using ActorKube.Api.Kinds;

namespace ActorKube.Api.Storage;

internal static class StorageClassColumns
{
    /// <summary>Annotations that make a class the default one, the older name last.</summary>
    private static readonly string[] DefaultAnnotations =
        ["storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class"];

    public static readonly IReadOnlyList<Column<StorageClass>> All =
    [
        Column<StorageClass>.NameColumn with { Value = static (c, _) => c.Metadata.Name + (IsDefault(c) ? " (default)" : "") },
        new("Provisioner", "Driver that makes the volumes.", static c => c.Provisioner),
        new("ReclaimPolicy", "What happens to a volume when its claim is gone.", static c => c.ReclaimPolicy ?? "Delete"),
        new("VolumeBindingMode", "When a claim gets its volume.", static c => c.VolumeBindingMode ?? "Immediate"),
        new("AllowVolumeExpansion", "Whether claims may grow.", static c => c.AllowVolumeExpansion ?? false),
        Column<StorageClass>.AgeColumn,
    ];

    private static bool IsDefault(StorageClass value) =>
        DefaultAnnotations.Any(key => value.Metadata.Annotations?.GetValueOrDefault(key) == "true");
}
