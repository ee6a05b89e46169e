using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume of a Pod: a name and exactly one source.</summary>
[ApiType("io.k8s.api.core.v1.Volume")]
public sealed partial record Volume
{
    /// <summary>Name that mounts refer to; a DNS label, unique in the Pod.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>File or directory of the node itself; can expose the host, so best read-only.</summary>
    [Field(1, In = 2)]
    public HostPathVolumeSource? HostPath { get; init; }

    /// <summary>Empty directory that lives as long as the Pod.</summary>
    [Field(2, In = 2)]
    public EmptyDirVolumeSource? EmptyDir { get; init; }

    /// <summary>Disk of Google Compute Engine. Deprecated in favour of <c>csi</c> with <c>pd.csi.storage.gke.io</c>.</summary>
    [Field(3, In = 2)]
    public GCEPersistentDiskVolumeSource? GcePersistentDisk { get; init; }

    /// <summary>Disk of AWS EBS. Deprecated in favour of <c>csi</c> with <c>ebs.csi.aws.com</c>.</summary>
    [Field(4, In = 2)]
    public AWSElasticBlockStoreVolumeSource? AwsElasticBlockStore { get; init; }

    /// <summary>Clone of a Git repository; deprecated and unsafe.</summary>
    [Field(5, In = 2)]
    public GitRepoVolumeSource? GitRepo { get; init; }

    /// <summary>Entries of a Secret as files, kept in memory.</summary>
    [Field(6, In = 2)]
    public SecretVolumeSource? Secret { get; init; }

    /// <summary>Directory that an NFS server exports; outlives the Pod.</summary>
    [Field(7, In = 2)]
    public NFSVolumeSource? Nfs { get; init; }

    /// <summary>Disk reached over iSCSI, attached to the Pod's node.</summary>
    [Field(8, In = 2)]
    public ISCSIVolumeSource? Iscsi { get; init; }

    /// <summary>Volume of GlusterFS; no longer supported, as its driver was removed.</summary>
    [Field(9, In = 2)]
    public GlusterfsVolumeSource? Glusterfs { get; init; }

    /// <summary>Volume bound to a claim in the Pod's namespace.</summary>
    [Field(10, In = 2)]
    public PersistentVolumeClaimVolumeSource? PersistentVolumeClaim { get; init; }

    /// <summary>Block device of Ceph; no longer supported, as its driver was removed.</summary>
    [Field(11, In = 2)]
    public RBDVolumeSource? Rbd { get; init; }

    /// <summary>Volume of an executable driver; deprecated in favour of <c>csi</c>.</summary>
    [Field(12, In = 2)]
    public FlexVolumeSource? FlexVolume { get; init; }

    /// <summary>Disk of OpenStack Cinder. Deprecated in favour of <c>csi</c> with <c>cinder.csi.openstack.org</c>.</summary>
    [Field(13, In = 2)]
    public CinderVolumeSource? Cinder { get; init; }

    /// <summary>Ceph file system; no longer supported, as its driver was removed.</summary>
    [Field(14, In = 2)]
    public CephFSVolumeSource? Cephfs { get; init; }

    /// <summary>Dataset of Flocker; no longer supported, as its driver was removed.</summary>
    [Field(15, In = 2)]
    public FlockerVolumeSource? Flocker { get; init; }

    /// <summary>Facts about the Pod, such as its labels, as files.</summary>
    [Field(16, In = 2)]
    public DownwardAPIVolumeSource? DownwardAPI { get; init; }

    /// <summary>Disk reached over Fibre Channel, attached to the Pod's node.</summary>
    [Field(17, In = 2)]
    public FCVolumeSource? Fc { get; init; }

    /// <summary>Share of Azure Files. Deprecated in favour of <c>csi</c> with <c>file.csi.azure.com</c>.</summary>
    [Field(18, In = 2)]
    public AzureFileVolumeSource? AzureFile { get; init; }

    /// <summary>Entries of a ConfigMap as files, updated when it changes.</summary>
    [Field(19, In = 2)]
    public ConfigMapVolumeSource? ConfigMap { get; init; }

    /// <summary>Disk of vSphere. Deprecated in favour of <c>csi</c> with <c>csi.vsphere.vmware.com</c>.</summary>
    [Field(20, In = 2)]
    public VsphereVirtualDiskVolumeSource? VsphereVolume { get; init; }

    /// <summary>Volume of Quobyte; no longer supported, as its driver was removed.</summary>
    [Field(21, In = 2)]
    public QuobyteVolumeSource? Quobyte { get; init; }

    /// <summary>Data disk of Azure. Deprecated in favour of <c>csi</c> with <c>disk.csi.azure.com</c>.</summary>
    [Field(22, In = 2)]
    public AzureDiskVolumeSource? AzureDisk { get; init; }

    /// <summary>Disk of the Photon controller; no longer supported, as its driver was removed.</summary>
    [Field(23, In = 2)]
    public PhotonPersistentDiskVolumeSource? PhotonPersistentDisk { get; init; }

    /// <summary>Several sources in one directory: Secrets, ConfigMaps, Pod facts and tokens.</summary>
    [Field(26, In = 2)]
    public ProjectedVolumeSource? Projected { get; init; }

    /// <summary>Volume of Portworx. Deprecated in favour of <c>csi</c> with <c>pxd.portworx.com</c>.</summary>
    [Field(24, In = 2)]
    public PortworxVolumeSource? PortworxVolume { get; init; }

    /// <summary>Volume of ScaleIO; no longer supported, as its driver was removed.</summary>
    [Field(25, In = 2)]
    public ScaleIOVolumeSource? ScaleIO { get; init; }

    /// <summary>Volume of StorageOS; no longer supported, as its driver was removed.</summary>
    [Field(27, In = 2)]
    public StorageOSVolumeSource? Storageos { get; init; }

    /// <summary>Volume that a CSI driver makes for this Pod.</summary>
    [Field(28, In = 2)]
    public CSIVolumeSource? Csi { get; init; }

    /// <summary>Claim that is made for this Pod and deleted with it.</summary>
    [Field(29, In = 2)]
    public EphemeralVolumeSource? Ephemeral { get; init; }

    /// <summary>Content of an OCI image or artifact, pulled when the Pod starts. Always read-only.</summary>
    [Field(30, In = 2)]
    public ImageVolumeSource? Image { get; init; }
}
