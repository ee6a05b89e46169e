using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Storage;

/// <summary>
/// A pod makes the claims of its ephemeral volumes, which go with it. Follows <c>kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes</c>.
/// </summary>
internal sealed class EphemeralClaims : IReconciler
{
    public string Resource => Resources.Pods;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { Header.IsDeleting: false } stored || stored.Read<Pod>() is not { } pod || PodPhases.IsTerminal(pod.Status.Phase))
        {
            return Decision.None;
        }

        return new Decision([.. (pod.Spec.Volumes ?? [])
            .Where(v => v.Ephemeral?.VolumeClaimTemplate is not null && context.View.Get(KeyOf(stored, v)) is null)
            .Select(v => new CreateObject(Claim(pod, v)))]);
    }

    private static ObjectKey KeyOf(StoredObject pod, Volume volume) => new(Resources.PersistentVolumeClaims, pod.Key.Namespace, PodClaims.Name(pod.Key.Name, volume));

    private static PersistentVolumeClaim Claim(Pod pod, Volume volume)
    {
        var template = volume.Ephemeral!.VolumeClaimTemplate!;
        return new PersistentVolumeClaim
        {
            ApiVersion = "v1",
            Kind = "PersistentVolumeClaim",
            Metadata = new ObjectMeta
            {
                Name = PodClaims.Name(pod.Metadata.Name!, volume),
                Namespace = pod.Metadata.Namespace,
                Labels = template.Metadata.Labels,
                Annotations = template.Metadata.Annotations,
                OwnerReferences = [Owners.ControllerOf(pod)],
            },
            Spec = template.Spec,
        };
    }
}
