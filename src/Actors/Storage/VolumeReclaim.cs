using System.Text.RegularExpressions;
using ActorKube.Actors.Actions;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Storage;

/// <summary>
/// What becomes of a volume whose claim is gone. Kept (<c>Retain</c>) it stays as it is for a person to look at. <c>Delete</c> is done by the driver that made it; without
/// one only a directory below <c>/tmp</c> can go, of which the object goes and the files stay for the node to clean up. Nothing here empties volumes, so
/// <c>Recycle</c> fails. Follows <c>kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming</c>.
/// </summary>
internal static partial class VolumeReclaim
{
    public const string Delete = "Delete";

    public static Decision Released(StoredObject stored, PersistentVolume volume)
    {
        if (volume.Status.Phase is not ("Released" or "Failed"))
        {
            return VolumeReconciler.Become(stored, volume, "Released");
        }

        return volume.Spec.PersistentVolumeReclaimPolicy switch
        {
            "Retain" => Decision.None,
            "Recycle" => Fail(stored, volume, "VolumeFailedRecycle", "No recycler plugin found for the volume!"),
            Delete => Remove(stored, volume),
            _ => Fail(stored, volume, "VolumeUnknownReclaimPolicy", "Volume has unrecognized PersistentVolumeReclaimPolicy"),
        };
    }

    /// <summary>Makes it available again: for all, or for the claim of that name if a person wanted it so.</summary>
    public static ReplaceObject LetGo(StoredObject stored, PersistentVolume volume) => new(stored, Annotated.Has(volume.Metadata, VolumeAnnotations.BoundByController)
        ? volume with { Metadata = Annotated.Without(volume.Metadata, VolumeAnnotations.BoundByController), Spec = volume.Spec with { ClaimRef = null } }
        : volume with { Spec = volume.Spec with { ClaimRef = volume.Spec.ClaimRef! with { Uid = null } } });

    private static Decision Remove(StoredObject stored, PersistentVolume volume)
    {
        if (stored.Header.IsDeleting || IsOfADriver(volume))
        {
            return Decision.None;
        }

        if (volume.Spec.HostPath is not { } directory)
        {
            return Fail(stored, volume, "VolumeFailedDelete", $"error getting deleter volume plugin for volume \"{volume.Metadata.Name}\": no deletable volume plugin matched");
        }

        return Temporary().IsMatch(directory.Path)
            ? Decision.Do(new DeleteObject(stored.Key, stored.Header.Uid))
            : Fail(stored, volume, "VolumeFailedDelete", $"host_path deleter only supports /tmp/.+ but received provided {directory.Path}");
    }

    private static bool IsOfADriver(PersistentVolume volume) =>
        volume.Spec.Csi is not null || volume.Metadata.Annotations?.GetValueOrDefault(VolumeAnnotations.ProvisionedBy) is { Length: > 0 };

    /// <summary>Said once: a person has to do something.</summary>
    private static Decision Fail(StoredObject stored, PersistentVolume volume, string reason, string message) => volume.Status.Phase == "Failed"
        ? Decision.None
        : Decision.Do(
            new ReplaceStatus(stored, volume with { Status = volume.Status with { Phase = "Failed", Message = message } }),
            StorageEvents.Warn(volume, reason, message));

    [GeneratedRegex("^/tmp/.+", RegexOptions.CultureInvariant)]
    private static partial Regex Temporary();
}
