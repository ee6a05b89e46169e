namespace ActorKube.NodeAgent.Runtimes;

/// <summary>What the container's processes may do. Follows Kubernetes' <c>securityContext</c>, resolved for one container.</summary>
public sealed record ContainerSecurity
{
    /// <summary>Null for the image's user.</summary>
    public long? UserId { get; init; }

    /// <summary>Null for the image's group, or 0 if <see cref="UserId"/> is set.</summary>
    public long? GroupId { get; init; }

    public IReadOnlyList<long> SupplementalGroups { get; init; } = [];

    public bool Privileged { get; init; }

    /// <summary>Without <c>CAP_</c>; <c>ALL</c> is every one.</summary>
    public IReadOnlyList<string> AddCapabilities { get; init; } = [];

    public IReadOnlyList<string> DropCapabilities { get; init; } = [];

    public bool ReadOnlyRootFilesystem { get; init; }

    /// <summary>No process may gain rights over its parent (<c>allowPrivilegeEscalation: false</c>).</summary>
    public bool NoNewPrivileges { get; init; }

    public SeccompProfile Seccomp { get; init; } = SeccompProfile.RuntimeDefault;

    /// <summary>Path of the profile, for <see cref="SeccompProfile.Localhost"/>.</summary>
    public string? SeccompPath { get; init; }

    /// <summary>AppArmor profile by name, or <c>unconfined</c>; null for the engine's default.</summary>
    public string? AppArmorProfile { get; init; }

    /// <summary>Shows all of <c>/proc</c> (<c>procMount: Unmasked</c>).</summary>
    public bool UnmaskedProc { get; init; }
}

public enum SeccompProfile
{
    RuntimeDefault,
    Unconfined,
    Localhost,
}
