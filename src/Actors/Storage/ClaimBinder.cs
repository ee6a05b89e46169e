using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Storage;

/// <summary>
/// A claim gets itself a volume. Follows <c>kubernetes.io/docs/concepts/storage/persistent-volumes/#binding</c>. A step a turn, each a compare-and-swap:
/// <list type="number">
/// <item>the volume's <c>claimRef</c>: this decides. Of two claims that want a volume, on whatever hosts, one finds it changed and chooses again;</item>
/// <item>the claim's <c>volumeName</c>: this decides between two volumes that two hosts chose for it. The other one is let go by its own actor;</item>
/// <item>the claim's status; the volume writes its own.</item>
/// </list>
/// A crash between the steps leaves a volume that refers to the claim: it is found first, and the binding goes on.
/// </summary>
internal sealed class ClaimBinder : IReconciler
{
    public string Resource => Resources.PersistentVolumeClaims;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { } stored || stored.Read<PersistentVolumeClaim>() is not { } claim)
        {
            return Decision.None;
        }

        if (Annotated.Has(claim.Metadata, VolumeAnnotations.BindCompleted))
        {
            return Bound(context, stored, claim);
        }

        return string.IsNullOrEmpty(claim.Spec.VolumeName) ? Choose(context, stored, claim) : Named(context, stored, claim);
    }

    private static Decision Choose(ReconcileContext context, StoredObject stored, PersistentVolumeClaim claim)
    {
        var delayed = StorageClasses.IsDelayed(context.View, claim);
        return (delayed ? VolumeChoice.Reserved(context.View, claim) : VolumeChoice.Find(context.View, claim)) is { } volume
            ? ClaimBinding.Bind(stored, claim, volume)
            : ClaimProvisioning.Ask(context, stored, claim, delayed);
    }

    /// <summary>A person wants this volume and no other.</summary>
    private static Decision Named(ReconcileContext context, StoredObject stored, PersistentVolumeClaim claim)
    {
        if (Find(context, claim) is not { } volume)
        {
            return ClaimBinding.Pend(stored, claim);
        }

        var found = volume.Read<PersistentVolume>();
        if (found.Spec.ClaimRef is null && VolumeFacts.Mismatch(found, claim) is { } mismatch)
        {
            return ClaimBinding.Pend(stored, claim, StorageEvents.Warn(claim, "VolumeMismatch", $"Cannot bind to requested volume \"{volume.Key.Name}\": {mismatch}"));
        }

        return found.Spec.ClaimRef is null || VolumeFacts.IsFor(found, claim)
            ? ClaimBinding.Bind(stored, claim, volume)
            : ClaimBinding.Pend(stored, claim, StorageEvents.Warn(claim, "FailedBinding", $"volume \"{volume.Key.Name}\" already bound to a different claim."));
    }

    /// <summary>It was bound before. What can't be undone is said, never mended by another volume: the data was on the first.</summary>
    private static Decision Bound(ReconcileContext context, StoredObject stored, PersistentVolumeClaim claim)
    {
        if (string.IsNullOrEmpty(claim.Spec.VolumeName))
        {
            return ClaimBinding.Lose(stored, claim, "ClaimLost", "Bound claim has lost reference to PersistentVolume. Data on the volume is lost!");
        }

        if (Find(context, claim) is not { } volume)
        {
            return ClaimBinding.Lose(stored, claim, "ClaimLost", "Bound claim has lost its PersistentVolume. Data on the volume is lost!");
        }

        return volume.Read<PersistentVolume>().Spec.ClaimRef is { } reference && reference.Uid != claim.Metadata.Uid
            ? ClaimBinding.Lose(stored, claim, "ClaimMisbound", "Two claims are bound to the same volume, this one is bound incorrectly")
            : ClaimBinding.Bind(stored, claim, volume);
    }

    private static StoredObject? Find(ReconcileContext context, PersistentVolumeClaim claim) =>
        context.View.Get(new ObjectKey(Resources.PersistentVolumes, "", claim.Spec.VolumeName!));
}
