using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Storage;

/// <summary>The steps of binding a claim to a volume, see <see cref="ClaimBinder"/>.</summary>
internal static class ClaimBinding
{
    /// <summary>A claim waits for a volume, a class or a provisioner, of which it is told; what it says of itself meanwhile is said again after this time.</summary>
    private static readonly TimeSpan Repeat = TimeSpan.FromMinutes(5);

    /// <summary>The next step. The claim's next turn comes with the change that it makes.</summary>
    public static Decision Bind(StoredObject stored, PersistentVolumeClaim claim, StoredObject volume)
    {
        var found = volume.Read<PersistentVolume>();
        if (found.Spec.ClaimRef?.Uid is not { Length: > 0 })
        {
            return Decision.Do(Take(volume, claim)) with { RequeueAfter = TimeSpan.Zero };
        }

        var (named, complete) = (claim.Spec.VolumeName == volume.Key.Name, Annotated.Has(claim.Metadata, VolumeAnnotations.BindCompleted));
        return !named || !complete ? Decision.Do(new ReplaceObject(stored, Name(claim, volume.Key.Name, named))) : Status(stored, claim, found);
    }

    /// <summary>Makes the volume the claim's.</summary>
    public static ReplaceObject Take(StoredObject volume, PersistentVolumeClaim claim)
    {
        var found = volume.Read<PersistentVolume>();
        return new ReplaceObject(volume, found with
        {
            Metadata = VolumeFacts.IsFor(found, claim) ? found.Metadata : Annotated.With(found.Metadata, VolumeAnnotations.BoundByController, VolumeAnnotations.Yes),
            Spec = found.Spec with { ClaimRef = References.To(claim) },
        });
    }

    /// <summary>No volume yet.</summary>
    public static Decision Pend(StoredObject stored, PersistentVolumeClaim claim, params ReadOnlySpan<ReconcileAction> events)
    {
        var status = claim.Status with { Phase = "Pending", AccessModes = null, Capacity = null, CurrentVolumeAttributesClassName = null };
        return ApiEquality.Same(status, claim.Status)
            ? new Decision([.. events], Repeat)
            : new Decision([.. events, new ReplaceStatus(stored, claim with { Status = status })], Repeat);
    }

    /// <summary>No volume any more. Said once.</summary>
    public static Decision Lose(StoredObject stored, PersistentVolumeClaim claim, string reason, string message) => claim.Status.Phase == "Lost"
        ? Decision.None
        : Decision.Do(
            new ReplaceStatus(stored, claim with { Status = claim.Status with { Phase = "Lost", AccessModes = null, Capacity = null, CurrentVolumeAttributesClassName = null } }),
            StorageEvents.Warn(claim, reason, message));

    private static PersistentVolumeClaim Name(PersistentVolumeClaim claim, string volume, bool named)
    {
        var meta = named ? claim.Metadata : Annotated.With(claim.Metadata, VolumeAnnotations.BoundByController, VolumeAnnotations.Yes);
        return claim with { Metadata = Annotated.With(meta, VolumeAnnotations.BindCompleted, VolumeAnnotations.Yes), Spec = claim.Spec with { VolumeName = volume } };
    }

    /// <summary>The size is the volume's at the moment of binding; later it is said by who makes the volume grow.</summary>
    private static Decision Status(StoredObject stored, PersistentVolumeClaim claim, PersistentVolume volume)
    {
        var isNew = claim.Status.Phase != "Bound";
        var status = claim.Status with
        {
            Phase = "Bound",
            AccessModes = volume.Spec.AccessModes,
            Capacity = isNew ? volume.Spec.Capacity : claim.Status.Capacity,
            CurrentVolumeAttributesClassName = isNew ? volume.Spec.VolumeAttributesClassName : claim.Status.CurrentVolumeAttributesClassName,
        };
        return ApiEquality.Same(status, claim.Status) ? Decision.None : Decision.Do(new ReplaceStatus(stored, claim with { Status = status }));
    }
}
