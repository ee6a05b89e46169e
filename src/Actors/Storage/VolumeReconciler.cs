using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Storage;

/// <summary>A volume that nobody claims is available; one that is to go is let go unless it is bound.</summary>
internal sealed class VolumeReconciler : IReconciler
{
    public const string Finalizer = "kubernetes.io/pv-protection";

    public string Resource => Resources.PersistentVolumes;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object?.Read<PersistentVolume>() is not { } volume)
        {
            return Decision.None;
        }

        if (volume.Metadata.DeletionTimestamp is not null)
        {
            return volume.Status.Phase != "Bound" && volume.Metadata.Finalizers?.Contains(Finalizer) == true
                ? Decision.Do(new ReplaceObject(context.Object, Finalizers.Without(volume, Finalizer)))
                : Decision.None;
        }

        return volume.Spec.ClaimRef is null && volume.Status.Phase is (null or "" or "Pending")
            ? Decision.Do(new ReplaceStatus(context.Object, volume with { Status = volume.Status with { Phase = "Available" } }))
            : Decision.None;
    }
}
