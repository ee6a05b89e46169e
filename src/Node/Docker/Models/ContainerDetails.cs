namespace ActorKube.NodeAgent.Docker;

/// <summary>A container as inspection shows it.</summary>
internal sealed record ContainerDetails
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public DateTimeOffset Created { get; init; }

    /// <summary>Id of its image.</summary>
    public string Image { get; init; } = "";

    public string HostsPath { get; init; } = "";

    public string HostnamePath { get; init; } = "";

    public string ResolvConfPath { get; init; } = "";

    public StateDetails State { get; init; } = new();

    public ConfigDetails Config { get; init; } = new();

    public HostConfigDetails HostConfig { get; init; } = new();

    public NetworkSettings NetworkSettings { get; init; } = new();
}

internal sealed record StateDetails
{
    /// <summary><c>created</c>, <c>running</c>, <c>paused</c>, <c>restarting</c>, <c>removing</c>, <c>exited</c> or <c>dead</c>.</summary>
    public string Status { get; init; } = "";

    public bool Running { get; init; }

    public bool OOMKilled { get; init; }

    public int Pid { get; init; }

    public int ExitCode { get; init; }

    public string Error { get; init; } = "";

    /// <summary>Year 1 if it never started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Year 1 if it never ended.</summary>
    public DateTimeOffset FinishedAt { get; init; }
}

internal sealed record ConfigDetails
{
    public string Hostname { get; init; } = "";

    public string Image { get; init; } = "";

    public bool Tty { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }
}

internal sealed record HostConfigDetails
{
    public string NetworkMode { get; init; } = "";
}

internal sealed record NetworkSettings
{
    public IReadOnlyDictionary<string, EndpointDetails>? Networks { get; init; }

    /// <summary>Addresses on all its networks, IPv4 first.</summary>
    public IReadOnlyList<string> Addresses() =>
    [
        .. (Networks?.Values ?? []).Select(n => n.IPAddress).Where(a => a.Length > 0),
        .. (Networks?.Values ?? []).Select(n => n.GlobalIPv6Address).Where(a => a.Length > 0),
    ];
}

internal sealed record EndpointDetails
{
    public string IPAddress { get; init; } = "";

    public string GlobalIPv6Address { get; init; } = "";
}

/// <summary>A container as a list shows it.</summary>
internal sealed record ContainerListItem
{
    public string Id { get; init; } = "";

    /// <summary>Each with a slash before it.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public string Image { get; init; } = "";

    public string ImageID { get; init; } = "";

    /// <summary>Seconds since 1970.</summary>
    public long Created { get; init; }

    public string State { get; init; } = "";

    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public HostConfigDetails HostConfig { get; init; } = new();

    public NetworkSettings NetworkSettings { get; init; } = new();

    public string Name => Names.Count > 0 ? Names[0].TrimStart('/') : "";
}

internal sealed record WaitResult
{
    public int StatusCode { get; init; }
}

internal sealed record ProcessList
{
    public IReadOnlyList<string> Titles { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<string>> Processes { get; init; } = [];
}
