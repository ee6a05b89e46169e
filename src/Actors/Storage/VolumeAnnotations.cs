namespace ActorKube.Actors.Storage;

/// <summary>Annotations by which volumes, claims, the scheduler and provisioners tell each other how far a binding is.</summary>
internal static class VolumeAnnotations
{
    /// <summary>On a claim: its binding was complete once. If the volume is gone or another's after that, data may be lost.</summary>
    public const string BindCompleted = "pv.kubernetes.io/bind-completed";

    /// <summary>On a volume or a claim: the other one was chosen for it, not named by a person, so that the choice may be taken back.</summary>
    public const string BoundByController = "pv.kubernetes.io/bound-by-controller";

    /// <summary>On a volume: who made it for a claim.</summary>
    public const string ProvisionedBy = "pv.kubernetes.io/provisioned-by";

    /// <summary>On a claim: where the volume that is to be made must be reachable from.</summary>
    public const string SelectedNode = "volume.kubernetes.io/selected-node";

    /// <summary>On a claim: who is to make its volume.</summary>
    public const string Provisioner = "volume.kubernetes.io/storage-provisioner";

    /// <summary>The same for provisioners from before 1.23.</summary>
    public const string BetaProvisioner = "volume.beta.kubernetes.io/storage-provisioner";

    /// <summary>On a volume or a claim: its class, before there was a field for it.</summary>
    public const string Class = "volume.beta.kubernetes.io/storage-class";

    /// <summary>On a class: claims that name none get it.</summary>
    public const string DefaultClass = "storageclass.kubernetes.io/is-default-class";

    /// <summary>What flags are set to.</summary>
    public const string Yes = "yes";
}
