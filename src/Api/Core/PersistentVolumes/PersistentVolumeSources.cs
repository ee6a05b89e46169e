namespace ActorKube.Api.Core;

/// <summary>The one-of that a persistent volume's source is.</summary>
internal static class PersistentVolumeSources
{
    /// <summary>JSON names of the sources that are set, in the order in which Kubernetes looks at them: the first one counts.</summary>
    public static IEnumerable<string> Names(PersistentVolumeSpec spec) => All(spec).Where(s => s.Value is not null).Select(s => s.Name);

    /// <summary>The specification with nothing but its source.</summary>
    public static PersistentVolumeSpec Only(PersistentVolumeSpec spec) => spec with
    {
        Capacity = null,
        AccessModes = null,
        ClaimRef = null,
        PersistentVolumeReclaimPolicy = null,
        StorageClassName = null,
        MountOptions = null,
        VolumeMode = null,
        NodeAffinity = null,
        VolumeAttributesClassName = null,
    };

    /// <summary>The source as a pod would have it, as far as pods know it in the same form.</summary>
    public static Volume AsVolume(PersistentVolumeSpec spec) => new()
    {
        GcePersistentDisk = spec.GcePersistentDisk,
        AwsElasticBlockStore = spec.AwsElasticBlockStore,
        Nfs = spec.Nfs,
        Fc = spec.Fc,
        Flocker = spec.Flocker,
        VsphereVolume = spec.VsphereVolume,
        Quobyte = spec.Quobyte,
        AzureDisk = spec.AzureDisk,
        PhotonPersistentDisk = spec.PhotonPersistentDisk,
        PortworxVolume = spec.PortworxVolume,
        Rbd = spec.Rbd is { } rbd ? new RBDVolumeSource { Monitors = rbd.Monitors, Image = rbd.Image } : null,
        Cephfs = spec.Cephfs is { } ceph ? new CephFSVolumeSource { Monitors = ceph.Monitors } : null,
        FlexVolume = spec.FlexVolume is { } flex ? new FlexVolumeSource { Driver = flex.Driver, Options = flex.Options } : null,
        ScaleIO = spec.ScaleIO is { } scale ? new ScaleIOVolumeSource { Gateway = scale.Gateway, System = scale.System, VolumeName = scale.VolumeName } : null,
        Storageos = spec.Storageos is { } os ? new StorageOSVolumeSource { VolumeName = os.VolumeName, VolumeNamespace = os.VolumeNamespace } : null,
    };

    private static (string Name, object? Value)[] All(PersistentVolumeSpec spec) =>
    [
        ("hostPath", spec.HostPath),
        ("gcePersistentDisk", spec.GcePersistentDisk),
        ("awsElasticBlockStore", spec.AwsElasticBlockStore),
        ("glusterfs", spec.Glusterfs),
        ("flocker", spec.Flocker),
        ("nfs", spec.Nfs),
        ("rbd", spec.Rbd),
        ("quobyte", spec.Quobyte),
        ("cephFS", spec.Cephfs),
        ("iscsi", spec.Iscsi),
        ("cinder", spec.Cinder),
        ("fc", spec.Fc),
        ("flexVolume", spec.FlexVolume),
        ("azureFile", spec.AzureFile),
        ("vsphereVolume", spec.VsphereVolume),
        ("photonPersistentDisk", spec.PhotonPersistentDisk),
        ("portworxVolume", spec.PortworxVolume),
        ("azureDisk", spec.AzureDisk),
        ("scaleIO", spec.ScaleIO),
        ("local", spec.Local),
        ("storageos", spec.Storageos),
        ("csi", spec.Csi),
    ];
}
