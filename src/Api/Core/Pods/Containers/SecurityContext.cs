using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Security settings of one container; where the Pod sets the same field, these win.</summary>
[ApiType("io.k8s.api.core.v1.SecurityContext")]
public sealed partial record SecurityContext
{
    /// <summary>Linux capabilities to add to, or drop from, the runtime's default set.</summary>
    [Field(1)]
    public Capabilities? Capabilities { get; init; }

    /// <summary><c>true</c> gives the container nearly the rights of root on the node. Default <c>false</c>.</summary>
    [Field(2)]
    public bool? Privileged { get; init; }

    /// <summary>SELinux label; when absent, that of the Pod or a random one.</summary>
    [Field(3)]
    public SELinuxOptions? SeLinuxOptions { get; init; }

    /// <summary>Windows settings; not allowed when <c>os.name</c> is <c>linux</c>.</summary>
    [Field(10)]
    public WindowsSecurityContextOptions? WindowsOptions { get; init; }

    /// <summary>UID of the first process; when absent, that of the Pod or of the image.</summary>
    [Field(4)]
    public long? RunAsUser { get; init; }

    /// <summary>GID of the first process; when absent, that of the Pod or the runtime's default.</summary>
    [Field(8)]
    public long? RunAsGroup { get; init; }

    /// <summary><c>true</c> refuses to start the container as UID 0. It needs a numeric user in the image or <c>runAsUser</c>.</summary>
    [Field(5)]
    public bool? RunAsNonRoot { get; init; }

    /// <summary><c>true</c> mounts the root file system read-only; writes then need a volume. Default <c>false</c>.</summary>
    [Field(6)]
    public bool? ReadOnlyRootFilesystem { get; init; }

    /// <summary>
    /// <c>false</c> sets <c>no_new_privs</c>, so that no child gets more rights than its parent. Always true for privileged containers or
    /// <c>SYS_ADMIN</c>.
    /// </summary>
    [Field(7)]
    public bool? AllowPrivilegeEscalation { get; init; }

    /// <summary>
    /// <c>Default</c> hides and protects parts of <c>/proc</c>, <c>Unmasked</c> leaves them open; the latter needs <c>hostUsers: false</c>.
    /// </summary>
    [Field(9, KeepEmpty = true, Enum = ["Default", "Unmasked"])]
    public string? ProcMount { get; init; }

    /// <summary>System call filter; wins over that of the Pod.</summary>
    [Field(11)]
    public SeccompProfile? SeccompProfile { get; init; }

    /// <summary>AppArmor profile; wins over that of the Pod.</summary>
    [Field(12)]
    public AppArmorProfile? AppArmorProfile { get; init; }
}
