namespace ActorKube.NodeAgent.Runtimes;

/// <summary>What a node reports of its engine in <c>status.nodeInfo</c> and <c>status.capacity</c>.</summary>
public sealed record RuntimeInfo
{
    /// <summary>Engine name, such as <c>docker</c>.</summary>
    public required string Name { get; init; }

    public required string Version { get; init; }

    public string ApiVersion { get; init; } = "";

    public string KernelVersion { get; init; } = "";

    public string OperatingSystem { get; init; } = "";

    /// <summary>As Go names it: <c>amd64</c>, <c>arm64</c>.</summary>
    public string Architecture { get; init; } = "";

    public int Cpus { get; init; }

    public long MemoryBytes { get; init; }

    /// <summary>Null for an engine on this machine's own disk.</summary>
    public long? DiskBytes { get; init; }

    /// <summary><c>runtime://version</c>, the form of <c>containerRuntimeVersion</c>.</summary>
    public string RuntimeVersion => $"{Name}://{Version}";
}
