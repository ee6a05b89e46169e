using ActorKube.Actors.Actions;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Storage;

/// <summary>
/// A claim for which there is no volume: it takes the default class, waits for a pod, asks the provisioner of its class, or says that nobody will help it. Follows
/// <c>kubernetes.io/docs/concepts/storage/dynamic-provisioning</c>.
/// </summary>
internal static class ClaimProvisioning
{
    /// <summary>Provisioners with names like this were part of Kubernetes; none is here.</summary>
    private const string BuiltIn = "kubernetes.io/";

    public static Decision Ask(ReconcileContext context, StoredObject stored, PersistentVolumeClaim claim, bool delayed)
    {
        if (VolumeFacts.NamesNoClass(claim) && StorageClasses.Default(context.View) is { } standard)
        {
            return Decision.Do(new ReplaceObject(stored, claim with { Spec = claim.Spec with { StorageClassName = standard.Metadata.Name } }));
        }

        if (delayed && !Annotated.Has(claim.Metadata, VolumeAnnotations.SelectedNode))
        {
            return ClaimBinding.Pend(stored, claim, WaitForPod(context, claim));
        }

        return VolumeFacts.ClassOf(claim) is { Length: > 0 } name
            ? Provision(context, stored, claim, name)
            : ClaimBinding.Pend(stored, claim, StorageEvents.Tell(claim, "FailedBinding", "no persistent volumes available for this claim and no storage class is set"));
    }

    private static Decision Provision(ReconcileContext context, StoredObject stored, PersistentVolumeClaim claim, string className)
    {
        if (StorageClasses.Find(context.View, className) is not { } storageClass)
        {
            return ClaimBinding.Pend(stored, claim, StorageEvents.Warn(claim, "ProvisioningFailed", $"storageclass.storage.k8s.io \"{className}\" not found"));
        }

        var provisioner = storageClass.Provisioner;
        return provisioner.StartsWith(BuiltIn, StringComparison.Ordinal)
            ? ClaimBinding.Pend(stored, claim, StorageEvents.Warn(claim, "ProvisioningFailed", $"no volume plugin matched name: {provisioner}"))
            : claim.Metadata.Annotations?.GetValueOrDefault(VolumeAnnotations.Provisioner) != provisioner
                ? Decision.Do(new ReplaceObject(stored, For(claim, provisioner)))
                : ClaimBinding.Pend(stored, claim, StorageEvents.Tell(claim, "ExternalProvisioning", Waiting(provisioner)));
    }

    /// <summary>This is how provisioners find what they have to do.</summary>
    private static PersistentVolumeClaim For(PersistentVolumeClaim claim, string provisioner) => claim with
    {
        Metadata = Annotated.With(Annotated.With(claim.Metadata, VolumeAnnotations.BetaProvisioner, provisioner), VolumeAnnotations.Provisioner, provisioner),
    };

    private static EmitEvent WaitForPod(ReconcileContext context, PersistentVolumeClaim claim)
    {
        var pods = VolumeIndexes.PodsWith(context.View, claim.Metadata.Namespace ?? "", claim.Metadata.Name ?? "")
            .Select(static s => s.Read<Pod>())
            .Where(static p => string.IsNullOrEmpty(p.Spec.NodeName) && !PodPhases.IsTerminal(p.Status.Phase))
            .Select(static p => p.Metadata.Name).ToList();
        return pods.Count == 0
            ? StorageEvents.Tell(claim, "WaitForFirstConsumer", "waiting for first consumer to be created before binding")
            : StorageEvents.Tell(claim, "WaitForPodScheduled", $"waiting for {(pods.Count == 1 ? "pod" : "pods")} {string.Join(',', pods)} to be scheduled");
    }

    private static string Waiting(string provisioner) =>
        $"Waiting for a volume to be created either by the external provisioner '{provisioner}' or manually by the system administrator. "
        + "If volume creation is delayed, please verify that the provisioner is running and correctly registered.";
}
