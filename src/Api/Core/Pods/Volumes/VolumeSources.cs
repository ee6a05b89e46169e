namespace ActorKube.Api.Core;

/// <summary>The one-of that a volume's source is.</summary>
public static class VolumeSources
{
    /// <summary>The sources that are set, with their JSON names, in the order in which Kubernetes looks at them: the first one counts.</summary>
    public static IEnumerable<string> Names(Volume volume)
    {
        foreach (var (name, value) in All(volume))
        {
            if (value is not null)
            {
                yield return name;
            }
        }
    }

    public static int Count(Volume volume) => All(volume).Count(static s => s.Value is not null);

    private static (string Name, object? Value)[] All(Volume volume) =>
    [
        ("emptyDir", volume.EmptyDir),
        ("hostPath", volume.HostPath),
        ("gitRepo", volume.GitRepo),
        ("gcePersistentDisk", volume.GcePersistentDisk),
        ("awsElasticBlockStore", volume.AwsElasticBlockStore),
        ("secret", volume.Secret),
        ("nfs", volume.Nfs),
        ("iscsi", volume.Iscsi),
        ("glusterfs", volume.Glusterfs),
        ("flocker", volume.Flocker),
        ("persistentVolumeClaim", volume.PersistentVolumeClaim),
        ("rbd", volume.Rbd),
        ("cinder", volume.Cinder),
        ("cephFS", volume.Cephfs),
        ("quobyte", volume.Quobyte),
        ("downwardAPI", volume.DownwardAPI),
        ("fc", volume.Fc),
        ("flexVolume", volume.FlexVolume),
        ("configMap", volume.ConfigMap),
        ("azureFile", volume.AzureFile),
        ("vsphereVolume", volume.VsphereVolume),
        ("photonPersistentDisk", volume.PhotonPersistentDisk),
        ("portworxVolume", volume.PortworxVolume),
        ("azureDisk", volume.AzureDisk),
        ("storageos", volume.Storageos),
        ("projected", volume.Projected),
        ("scaleIO", volume.ScaleIO),
        ("csi", volume.Csi),
        ("ephemeral", volume.Ephemeral),
        ("image", volume.Image),
    ];
}
