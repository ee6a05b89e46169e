using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Security settings for a whole Pod. Where a container sets the same field, the container's value wins.</summary>
[ApiType("io.k8s.api.core.v1.PodSecurityContext")]
public sealed partial record PodSecurityContext
{
    /// <summary>SELinux label of all containers; when absent the runtime picks a random one per container.</summary>
    [Field(1)]
    public SELinuxOptions? SeLinuxOptions { get; init; }

    /// <summary>Windows settings of all containers; not allowed when <c>os.name</c> is <c>linux</c>.</summary>
    [Field(8)]
    public WindowsSecurityContextOptions? WindowsOptions { get; init; }

    /// <summary>UID of the containers' first process; when absent, the one that the image names.</summary>
    [Field(2)]
    public long? RunAsUser { get; init; }

    /// <summary>GID of the containers' first process; when absent, the runtime's default.</summary>
    [Field(6)]
    public long? RunAsGroup { get; init; }

    /// <summary><c>true</c> lets the node check that no container runs as UID 0 and refuse to start one that would.</summary>
    [Field(3)]
    public bool? RunAsNonRoot { get; init; }

    /// <summary>Further GIDs of each container's first process, beside its own group and <c>fsGroup</c>.</summary>
    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<long>? SupplementalGroups { get; init; }

    /// <summary><c>Merge</c> (default) adds the groups that the image's <c>/etc/group</c> gives the user; <c>Strict</c> leaves these out.</summary>
    [Field(12, KeepEmpty = true, Enum = ["Merge", "Strict"])]
    public string? SupplementalGroupsPolicy { get; init; }

    /// <summary>
    /// GID that owns the files of volumes supporting ownership; new files inherit it and get group read and write. Absent, ownership stays as it is.
    /// </summary>
    [Field(5)]
    public long? FsGroup { get; init; }

    /// <summary>Kernel parameters in the Pod's namespaces; a Pod with one that the node doesn't allow fails to start.</summary>
    [Field(7, List = ListType.Atomic)]
    public IReadOnlyList<Sysctl>? Sysctls { get; init; }

    /// <summary>
    /// <c>Always</c> (default) changes owner and mode on each mount, <c>OnRootMismatch</c> only when the volume's root differs, which is faster.
    /// </summary>
    [Field(9, KeepEmpty = true, Enum = ["Always", "OnRootMismatch"])]
    public string? FsGroupChangePolicy { get; init; }

    /// <summary>System call filter of all containers; not for Windows.</summary>
    [Field(10)]
    public SeccompProfile? SeccompProfile { get; init; }

    /// <summary>AppArmor profile of all containers; not for Windows.</summary>
    [Field(11)]
    public AppArmorProfile? AppArmorProfile { get; init; }

    /// <summary>
    /// <c>MountOption</c> labels a volume in one mount, <c>Recursive</c> file by file. Pods with different labels can share a volume only with
    /// <c>Recursive</c>.
    /// </summary>
    [Field(13, KeepEmpty = true)]
    public string? SeLinuxChangePolicy { get; init; }
}
