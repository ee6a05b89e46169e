using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Storage;

/// <summary>
/// A claim that is to go is let go when no pod on a node uses it, whether that pod still runs or not. Follows
/// <c>kubernetes.io/docs/concepts/storage/persistent-volumes/#storage-object-in-use-protection</c>.
/// </summary>
internal sealed class ClaimProtection : IReconciler
{
    public const string Finalizer = "kubernetes.io/pvc-protection";

    public string Resource => Resources.PersistentVolumeClaims;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { Header.IsDeleting: true } stored || stored.Read<PersistentVolumeClaim>() is not { } claim || claim.Metadata.Finalizers?.Contains(Finalizer) != true)
        {
            return Decision.None;
        }

        var isUsed = VolumeIndexes.PodsWith(context.View, stored.Key.Namespace, stored.Key.Name).Any(static s => !string.IsNullOrEmpty(s.Read<Pod>().Spec.NodeName));
        return isUsed ? Decision.None : Decision.Do(new ReplaceObject(stored, Finalizers.Without(claim, Finalizer)));
    }
}
