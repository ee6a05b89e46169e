namespace ActorKube.NodeAgent.Docker;

/// <summary>Body of a network's creation.</summary>
internal sealed record NetworkSpec
{
    public required string Name { get; init; }

    public string Driver { get; init; } = "bridge";

    public bool CheckDuplicate { get; init; } = true;

    public IpamSpec? IPAM { get; init; }

    public IReadOnlyDictionary<string, string>? Options { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }
}

internal sealed record IpamSpec
{
    public IReadOnlyList<IpamPool>? Config { get; init; }
}

internal sealed record IpamPool
{
    public string? Subnet { get; init; }

    public string? Gateway { get; init; }
}

internal sealed record NetworkCreated
{
    public string Id { get; init; } = "";
}

internal sealed record NetworkDetails
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Driver { get; init; } = "";

    public IpamSpec? IPAM { get; init; }

    public IReadOnlyDictionary<string, string>? Options { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }
}
