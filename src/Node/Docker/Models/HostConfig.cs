namespace ActorKube.NodeAgent.Docker;

/// <summary>The part of a container's creation that concerns its host.</summary>
internal sealed record HostConfig
{
    public string? NetworkMode { get; init; }

    public string? PidMode { get; init; }

    public string? IpcMode { get; init; }

    public string? UTSMode { get; init; }

    public string? CgroupParent { get; init; }

    public IReadOnlyList<Mount>? Mounts { get; init; }

    public IReadOnlyDictionary<string, string>? Tmpfs { get; init; }

    public IReadOnlyList<Device>? Devices { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<PortBinding>>? PortBindings { get; init; }

    public IReadOnlyList<string>? Dns { get; init; }

    public IReadOnlyList<string>? DnsSearch { get; init; }

    public IReadOnlyList<string>? DnsOptions { get; init; }

    public IReadOnlyList<string>? ExtraHosts { get; init; }

    public IReadOnlyDictionary<string, string>? Sysctls { get; init; }

    public bool Privileged { get; init; }

    public bool ReadonlyRootfs { get; init; }

    public IReadOnlyList<string>? CapAdd { get; init; }

    public IReadOnlyList<string>? CapDrop { get; init; }

    public IReadOnlyList<string>? GroupAdd { get; init; }

    public IReadOnlyList<string>? SecurityOpt { get; init; }

    /// <summary>Empty: nothing is masked; null: the engine's list.</summary>
    public IReadOnlyList<string>? MaskedPaths { get; init; }

    public IReadOnlyList<string>? ReadonlyPaths { get; init; }

    public LogConfig? LogConfig { get; init; }

    public long? CpuShares { get; init; }

    public long? CpuQuota { get; init; }

    public long? CpuPeriod { get; init; }

    public long? Memory { get; init; }

    public long? MemorySwap { get; init; }

    public string? CpusetCpus { get; init; }

    public int? OomScoreAdj { get; init; }

    public long? PidsLimit { get; init; }
}

internal sealed record Mount
{
    /// <summary><c>bind</c> or <c>tmpfs</c>.</summary>
    public required string Type { get; init; }

    public string? Source { get; init; }

    public required string Target { get; init; }

    public bool ReadOnly { get; init; }

    public BindOptions? BindOptions { get; init; }

    public TmpfsOptions? TmpfsOptions { get; init; }
}

/// <param name="Propagation"><c>rprivate</c>, <c>rslave</c> or <c>rshared</c>.</param>
internal sealed record BindOptions(string Propagation);

internal sealed record TmpfsOptions(long? SizeBytes, int? Mode);

internal sealed record Device(string PathOnHost, string PathInContainer, string CgroupPermissions);

internal sealed record PortBinding(string? HostIp, string HostPort);

internal sealed record LogConfig(string Type, IReadOnlyDictionary<string, string>? Config = null);

/// <summary>Body of a container's update.</summary>
internal sealed record ResourceUpdate
{
    public long? CpuShares { get; init; }

    public long? CpuQuota { get; init; }

    public long? CpuPeriod { get; init; }

    public long? Memory { get; init; }

    public long? MemorySwap { get; init; }

    public string? CpusetCpus { get; init; }

    public long? PidsLimit { get; init; }
}
