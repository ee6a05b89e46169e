using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Storage;

/// <summary>
/// A volume says whether it is to be had, and goes when it is to go and isn't bound; what becomes of it after its claim is <see cref="VolumeReclaim"/>'s. It is claimed by
/// claims (<see cref="ClaimBinder"/>), and lets go of one that has another volume.
/// </summary>
internal sealed class VolumeReconciler : IReconciler
{
    public const string Finalizer = "kubernetes.io/pv-protection";

    public string Resource => Resources.PersistentVolumes;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { } stored || stored.Read<PersistentVolume>() is not { } volume)
        {
            return Decision.None;
        }

        var claim = ClaimOf(context, volume);
        if (stored.Header.IsDeleting && claim is null && volume.Status.Phase != "Bound" && volume.Metadata.Finalizers?.Contains(Finalizer) == true)
        {
            return Decision.Do(new ReplaceObject(stored, Finalizers.Without(volume, Finalizer)));
        }

        return volume.Spec.ClaimRef is not { Uid.Length: > 0 } ? Become(stored, volume, "Available")
            : claim is null ? VolumeReclaim.Released(stored, volume)
            : Claimed(stored, volume, claim);
    }

    public static Decision Become(StoredObject stored, PersistentVolume volume, string phase) => volume.Status.Phase == phase
        ? Decision.None
        : Decision.Do(new ReplaceStatus(stored, volume with { Status = volume.Status with { Phase = phase, Message = null } }));

    /// <summary>The claim that the volume refers to; null when it is gone, though there may be another one of its name.</summary>
    private static PersistentVolumeClaim? ClaimOf(ReconcileContext context, PersistentVolume volume) =>
        volume.Spec.ClaimRef is { Uid.Length: > 0 } reference
        && context.View.Get(new ObjectKey(Resources.PersistentVolumeClaims, reference.Namespace ?? "", reference.Name ?? "")) is { } claim
        && claim.Header.Uid == reference.Uid ? claim.Read<PersistentVolumeClaim>() : null;

    private static Decision Claimed(StoredObject stored, PersistentVolume volume, PersistentVolumeClaim claim)
    {
        if (string.IsNullOrEmpty(claim.Spec.VolumeName))
        {
            // The claim's turn, unless they don't suit each other.
            return VolumeFacts.IsSameMode(volume, claim) ? Decision.None : Decision.Do(
                StorageEvents.Warn(volume, "VolumeMismatch", $"Cannot bind PersistentVolume to requested PersistentVolumeClaim \"{claim.Metadata.Name}\" due to incompatible volumeMode."),
                StorageEvents.Warn(claim, "VolumeMismatch", $"Cannot bind PersistentVolume \"{volume.Metadata.Name}\" to requested PersistentVolumeClaim due to incompatible volumeMode."));
        }

        if (claim.Spec.VolumeName == volume.Metadata.Name)
        {
            return Become(stored, volume, "Bound");
        }

        var wasMadeForIt = Annotated.Has(volume.Metadata, VolumeAnnotations.ProvisionedBy) && volume.Spec.PersistentVolumeReclaimPolicy == VolumeReclaim.Delete;
        return wasMadeForIt ? VolumeReclaim.Released(stored, volume) : Decision.Do(VolumeReclaim.LetGo(stored, volume));
    }
}
