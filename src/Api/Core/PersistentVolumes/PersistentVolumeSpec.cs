using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Capacity, access and source of a piece of storage; exactly one source must be set and it can't be changed.</summary>
[ApiType("io.k8s.api.core.v1.PersistentVolumeSpec")]
public sealed partial record PersistentVolumeSpec
{
    /// <summary>Size of the volume, under <c>storage</c>; claims that ask for more don't bind.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Capacity { get; init; }

    /// <summary>Disk of Google Compute Engine. Deprecated in favour of <c>csi</c> with <c>pd.csi.storage.gke.io</c>.</summary>
    [Field(1, In = 2)]
    public GCEPersistentDiskVolumeSource? GcePersistentDisk { get; init; }

    /// <summary>Disk of AWS EBS. Deprecated in favour of <c>csi</c> with <c>ebs.csi.aws.com</c>.</summary>
    [Field(2, In = 2)]
    public AWSElasticBlockStoreVolumeSource? AwsElasticBlockStore { get; init; }

    /// <summary>Directory of a node. For tests with a single node only.</summary>
    [Field(3, In = 2)]
    public HostPathVolumeSource? HostPath { get; init; }

    /// <summary>Volume of GlusterFS; no longer supported, as its driver was removed.</summary>
    [Field(4, In = 2)]
    public GlusterfsPersistentVolumeSource? Glusterfs { get; init; }

    /// <summary>Directory that an NFS server exports.</summary>
    [Field(5, In = 2)]
    public NFSVolumeSource? Nfs { get; init; }

    /// <summary>Block device of Ceph; no longer supported, as its driver was removed.</summary>
    [Field(6, In = 2)]
    public RBDPersistentVolumeSource? Rbd { get; init; }

    /// <summary>Disk reached over iSCSI, attached to the node that mounts it.</summary>
    [Field(7, In = 2)]
    public ISCSIPersistentVolumeSource? Iscsi { get; init; }

    /// <summary>Disk of OpenStack Cinder. Deprecated in favour of <c>csi</c> with <c>cinder.csi.openstack.org</c>.</summary>
    [Field(8, In = 2)]
    public CinderPersistentVolumeSource? Cinder { get; init; }

    /// <summary>Ceph file system; no longer supported, as its driver was removed.</summary>
    [Field(9, In = 2)]
    public CephFSPersistentVolumeSource? Cephfs { get; init; }

    /// <summary>Disk reached over Fibre Channel, attached to the node that mounts it.</summary>
    [Field(10, In = 2)]
    public FCVolumeSource? Fc { get; init; }

    /// <summary>Dataset of Flocker; no longer supported, as its driver was removed.</summary>
    [Field(11, In = 2)]
    public FlockerVolumeSource? Flocker { get; init; }

    /// <summary>Volume of an executable driver; deprecated in favour of <c>csi</c>.</summary>
    [Field(12, In = 2)]
    public FlexPersistentVolumeSource? FlexVolume { get; init; }

    /// <summary>Share of Azure Files. Deprecated in favour of <c>csi</c> with <c>file.csi.azure.com</c>.</summary>
    [Field(13, In = 2)]
    public AzureFilePersistentVolumeSource? AzureFile { get; init; }

    /// <summary>Disk of vSphere. Deprecated in favour of <c>csi</c> with <c>csi.vsphere.vmware.com</c>.</summary>
    [Field(14, In = 2)]
    public VsphereVirtualDiskVolumeSource? VsphereVolume { get; init; }

    /// <summary>Volume of Quobyte; no longer supported, as its driver was removed.</summary>
    [Field(15, In = 2)]
    public QuobyteVolumeSource? Quobyte { get; init; }

    /// <summary>Data disk of Azure. Deprecated in favour of <c>csi</c> with <c>disk.csi.azure.com</c>.</summary>
    [Field(16, In = 2)]
    public AzureDiskVolumeSource? AzureDisk { get; init; }

    /// <summary>Disk of the Photon controller; no longer supported, as its driver was removed.</summary>
    [Field(17, In = 2)]
    public PhotonPersistentDiskVolumeSource? PhotonPersistentDisk { get; init; }

    /// <summary>Volume of Portworx. Deprecated in favour of <c>csi</c> with <c>pxd.portworx.com</c>.</summary>
    [Field(18, In = 2)]
    public PortworxVolumeSource? PortworxVolume { get; init; }

    /// <summary>Volume of ScaleIO; no longer supported, as its driver was removed.</summary>
    [Field(19, In = 2)]
    public ScaleIOPersistentVolumeSource? ScaleIO { get; init; }

    /// <summary>Disk or directory of one node; needs <c>nodeAffinity</c>.</summary>
    [Field(20, In = 2)]
    public LocalVolumeSource? Local { get; init; }

    /// <summary>Volume of StorageOS; no longer supported, as its driver was removed.</summary>
    [Field(21, In = 2)]
    public StorageOSPersistentVolumeSource? Storageos { get; init; }

    /// <summary>Volume of a CSI driver, the way to use nearly every storage.</summary>
    [Field(22, In = 2)]
    public CSIPersistentVolumeSource? Csi { get; init; }

    /// <summary>
    /// Ways to mount it: <c>ReadWriteOnce</c> (one node), <c>ReadOnlyMany</c>, <c>ReadWriteMany</c>, <c>ReadWriteOncePod</c> (one Pod).
    /// </summary>
    [Field(3, List = ListType.Atomic, Enum = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"])]
    public IReadOnlyList<string>? AccessModes { get; init; }

    /// <summary>Claim the volume is bound to, or, set beforehand, reserved for. The claim is authoritative through its <c>volumeName</c>.</summary>
    [Field(4, List = ListType.Map)]
    public ObjectReference? ClaimRef { get; init; }

    /// <summary>
    /// What follows the claim's end: <c>Retain</c> (default by hand), <c>Delete</c> (default when provisioned) or <c>Recycle</c>, which is
    /// deprecated.
    /// </summary>
    [Field(5, Enum = ["Delete", "Recycle", "Retain"])]
    public string? PersistentVolumeReclaimPolicy { get; init; }

    /// <summary>StorageClass of the volume; only claims of that class bind to it. Empty means of no class.</summary>
    [Field(6)]
    public string? StorageClassName { get; init; }

    /// <summary>Options for mounting, such as <c>ro</c>; not checked, a wrong one makes mounting fail.</summary>
    [Field(7, List = ListType.Atomic)]
    public IReadOnlyList<string>? MountOptions { get; init; }

    /// <summary><c>Filesystem</c> (default) or <c>Block</c> for a raw device.</summary>
    [Field(8, KeepEmpty = true, Enum = ["Block", "Filesystem"])]
    public string? VolumeMode { get; init; }

    /// <summary>Nodes from which the volume can be reached; Pods that use it are placed there.</summary>
    [Field(9)]
    public VolumeNodeAffinity? NodeAffinity { get; init; }

    /// <summary>VolumeAttributesClass of the volume, such as a performance tier; equals that of the claim once bound.</summary>
    [Field(10, KeepEmpty = true)]
    public string? VolumeAttributesClassName { get; init; }
}
