using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.Volume")]
public sealed partial record Volume
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    [Field(1, In = 2)]
    public HostPathVolumeSource? HostPath { get; init; }

    [Field(2, In = 2)]
    public EmptyDirVolumeSource? EmptyDir { get; init; }

    [Field(3, In = 2)]
    public GCEPersistentDiskVolumeSource? GcePersistentDisk { get; init; }

    [Field(4, In = 2)]
    public AWSElasticBlockStoreVolumeSource? AwsElasticBlockStore { get; init; }

    [Field(5, In = 2)]
    public GitRepoVolumeSource? GitRepo { get; init; }

    [Field(6, In = 2)]
    public SecretVolumeSource? Secret { get; init; }

    [Field(7, In = 2)]
    public NFSVolumeSource? Nfs { get; init; }

    [Field(8, In = 2)]
    public ISCSIVolumeSource? Iscsi { get; init; }

    [Field(9, In = 2)]
    public GlusterfsVolumeSource? Glusterfs { get; init; }

    [Field(10, In = 2)]
    public PersistentVolumeClaimVolumeSource? PersistentVolumeClaim { get; init; }

    [Field(11, In = 2)]
    public RBDVolumeSource? Rbd { get; init; }

    [Field(12, In = 2)]
    public FlexVolumeSource? FlexVolume { get; init; }

    [Field(13, In = 2)]
    public CinderVolumeSource? Cinder { get; init; }

    [Field(14, In = 2)]
    public CephFSVolumeSource? Cephfs { get; init; }

    [Field(15, In = 2)]
    public FlockerVolumeSource? Flocker { get; init; }

    [Field(16, In = 2)]
    public DownwardAPIVolumeSource? DownwardAPI { get; init; }

    [Field(17, In = 2)]
    public FCVolumeSource? Fc { get; init; }

    [Field(18, In = 2)]
    public AzureFileVolumeSource? AzureFile { get; init; }

    [Field(19, In = 2)]
    public ConfigMapVolumeSource? ConfigMap { get; init; }

    [Field(20, In = 2)]
    public VsphereVirtualDiskVolumeSource? VsphereVolume { get; init; }

    [Field(21, In = 2)]
    public QuobyteVolumeSource? Quobyte { get; init; }

    [Field(22, In = 2)]
    public AzureDiskVolumeSource? AzureDisk { get; init; }

    [Field(23, In = 2)]
    public PhotonPersistentDiskVolumeSource? PhotonPersistentDisk { get; init; }

    [Field(26, In = 2)]
    public ProjectedVolumeSource? Projected { get; init; }

    [Field(24, In = 2)]
    public PortworxVolumeSource? PortworxVolume { get; init; }

    [Field(25, In = 2)]
    public ScaleIOVolumeSource? ScaleIO { get; init; }

    [Field(27, In = 2)]
    public StorageOSVolumeSource? Storageos { get; init; }

    [Field(28, In = 2)]
    public CSIVolumeSource? Csi { get; init; }

    [Field(29, In = 2)]
    public EphemeralVolumeSource? Ephemeral { get; init; }

    [Field(30, In = 2)]
    public ImageVolumeSource? Image { get; init; }
}
