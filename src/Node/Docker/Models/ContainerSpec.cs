namespace ActorKube.NodeAgent.Docker;

/// <summary>Body of a container's creation. Null leaves the choice to the image or the engine.</summary>
internal sealed record ContainerSpec
{
    public required string Image { get; init; }

    public string? Hostname { get; init; }

    public string? Domainname { get; init; }

    public string? User { get; init; }

    public IReadOnlyList<string>? Entrypoint { get; init; }

    public IReadOnlyList<string>? Cmd { get; init; }

    public IReadOnlyList<string>? Env { get; init; }

    public string? WorkingDir { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public string? StopSignal { get; init; }

    public bool OpenStdin { get; init; }

    public bool StdinOnce { get; init; }

    public bool Tty { get; init; }

    public IReadOnlyDictionary<string, Empty>? ExposedPorts { get; init; }

    public Healthcheck? Healthcheck { get; init; }

    public HostConfig HostConfig { get; init; } = new();
}

/// <summary>An empty JSON object: Docker's sets are maps to it.</summary>
internal sealed record Empty;

internal sealed record Healthcheck(IReadOnlyList<string> Test)
{
    /// <summary>Turns off a check that the image brings.</summary>
    public static Healthcheck None { get; } = new(["NONE"]);
}

internal sealed record ContainerCreated
{
    public string Id { get; init; } = "";

    public IReadOnlyList<string>? Warnings { get; init; }
}
