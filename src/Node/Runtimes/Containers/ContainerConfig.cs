namespace ActorKube.NodeAgent.Runtimes;

/// <summary>What a container must be. Fields that are null or empty leave the choice to the image.</summary>
public sealed record ContainerConfig
{
    /// <summary>Name within its pod.</summary>
    public required string Name { get; init; }

    /// <summary>0 for the first instance, one more for each restart.</summary>
    public int Attempt { get; init; }

    /// <summary>Reference or id of an image that is on this host.</summary>
    public required string Image { get; init; }

    /// <summary>Replaces the image's entry point; the image's arguments are then dropped too.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Replaces the image's arguments.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>In order; a later one of the same name wins.</summary>
    public IReadOnlyList<EnvironmentVariable> Environment { get; init; } = [];

    public string? WorkingDirectory { get; init; }

    public IReadOnlyList<ContainerMount> Mounts { get; init; } = [];

    public IReadOnlyList<ContainerDevice> Devices { get; init; } = [];

    public ContainerSecurity Security { get; init; } = new();

    public ContainerResources Resources { get; init; } = new();

    /// <summary>The main process gets a stdin that <see cref="IStreamRuntime.AttachAsync"/> writes to.</summary>
    public bool Stdin { get; init; }

    /// <summary>Stdin ends with the first attached session.</summary>
    public bool StdinOnce { get; init; }

    public bool Tty { get; init; }

    /// <summary>Signal that asks the process to end; null for the image's, else SIGTERM.</summary>
    public string? StopSignal { get; init; }

    /// <summary>Hash of the specification it was made from: a container with another one is stale.</summary>
    public string SpecHash { get; init; } = "";

    /// <summary>Further labels, kept and returned as they are. Names below <c>io.actorkube.</c> are the runtime's own.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}

public sealed record EnvironmentVariable(string Name, string Value);

/// <summary>A device of the host in the container.</summary>
/// <param name="Permissions">Of <c>r</c>, <c>w</c> and <c>m</c> (make nodes).</param>
public sealed record ContainerDevice(string HostPath, string ContainerPath, string Permissions = "rwm");
