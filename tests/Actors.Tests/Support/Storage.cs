using ActorKube.Actors.Storage;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Storage;

namespace ActorKube.Actors.Tests.Support;

/// <summary>Volumes, claims and classes to begin with.</summary>
internal static class Storage
{
    public const string Standard = "standard";

    public static PersistentVolumeClaim Claim(string name = "c", string size = "1Gi", string? storageClass = Standard, string? volume = null, params string[] modes) => new()
    {
        ApiVersion = "v1",
        Kind = "PersistentVolumeClaim",
        Metadata = Make.Meta(name),
        Spec = new PersistentVolumeClaimSpec
        {
            AccessModes = modes.Length == 0 ? ["ReadWriteOnce"] : modes,
            Resources = new VolumeResourceRequirements { Requests = Size(size) },
            StorageClassName = storageClass,
            VolumeName = volume,
        },
        Status = new PersistentVolumeClaimStatus { Phase = "Pending" },
    };

    public static PersistentVolume Volume(string name, string size = "1Gi", string storageClass = Standard, string phase = "Available", string policy = "Retain", params string[] modes) => new()
    {
        ApiVersion = "v1",
        Kind = "PersistentVolume",
        Metadata = Make.Meta(name) with { Namespace = null },
        Spec = new PersistentVolumeSpec
        {
            Capacity = Size(size),
            AccessModes = modes.Length == 0 ? ["ReadWriteOnce"] : modes,
            StorageClassName = storageClass,
            PersistentVolumeReclaimPolicy = policy,
            HostPath = new HostPathVolumeSource { Path = "/tmp/" + name, Type = "" },
            VolumeMode = "Filesystem",
        },
        Status = new PersistentVolumeStatus { Phase = phase },
    };

    /// <summary>The volume, claimed by a controller's choice.</summary>
    public static PersistentVolume For(PersistentVolume volume, PersistentVolumeClaim claim, string? uid = null, bool byController = true) => volume with
    {
        Metadata = byController ? Annotated.With(volume.Metadata, VolumeAnnotations.BoundByController, VolumeAnnotations.Yes) : volume.Metadata,
        Spec = volume.Spec with { ClaimRef = new ObjectReference { Namespace = "ns", Name = claim.Metadata.Name, Uid = uid ?? claim.Metadata.Uid } },
    };

    public static PersistentVolume On(PersistentVolume volume, string key, string value) => volume with
    {
        Spec = volume.Spec with
        {
            NodeAffinity = new VolumeNodeAffinity
            {
                Required = new NodeSelector
                {
                    NodeSelectorTerms = [new NodeSelectorTerm { MatchExpressions = [new NodeSelectorRequirement { Key = key, Operator = "In", Values = [value] }] }],
                },
            },
        },
    };

    /// <summary>The claim with its binding complete.</summary>
    public static PersistentVolumeClaim Bound(PersistentVolumeClaim claim, string volume) => claim with
    {
        Metadata = Annotated.With(claim.Metadata, VolumeAnnotations.BindCompleted, VolumeAnnotations.Yes),
        Spec = claim.Spec with { VolumeName = volume },
        Status = claim.Status with { Phase = "Bound", AccessModes = claim.Spec.AccessModes, Capacity = claim.Spec.Resources.Requests },
    };

    public static StorageClass Class(string name = Standard, string provisioner = "kubernetes.io/no-provisioner", string mode = "Immediate", bool isDefault = false) => new()
    {
        ApiVersion = "storage.k8s.io/v1",
        Kind = "StorageClass",
        Metadata = new ObjectMeta { Name = name, Annotations = isDefault ? new Dictionary<string, string> { [VolumeAnnotations.DefaultClass] = "true" } : null },
        Provisioner = provisioner,
        VolumeBindingMode = mode,
    };

    public static Pod Using(Pod pod, params string[] claims) => pod with
    {
        Spec = pod.Spec with { Volumes = [.. claims.Select(c => new Volume { Name = "v-" + c, PersistentVolumeClaim = new PersistentVolumeClaimVolumeSource { ClaimName = c } })] },
    };

    private static Dictionary<string, Quantity> Size(string size) => new() { ["storage"] = Quantity.Parse(size) };
}
