namespace ActorKube.NodeAgent.Runtimes;

/// <summary>An image on this host.</summary>
public sealed record ImageStatus
{
    /// <summary>Content id, <c>sha256:...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Names with tag.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Names with digest; empty for an image that never came from a registry.</summary>
    public IReadOnlyList<string> Digests { get; init; } = [];

    public long SizeBytes { get; init; }

    /// <summary>User the image runs as: <c>""</c> for root, else <c>uid</c>, <c>name</c>, or either with <c>:group</c>. <c>runAsNonRoot</c> is judged by it.</summary>
    public string User { get; init; } = "";
}

/// <summary>Name and password, or a bearer token, for a registry.</summary>
public sealed record RegistryCredentials(string Username, string Password)
{
    public string? IdentityToken { get; init; }

    public override string ToString() => $"RegistryCredentials {{ Username = {Username} }}";
}

/// <summary>Progress of one layer of a pull.</summary>
/// <param name="Layer">Short layer id; empty for messages about the whole.</param>
/// <param name="Status">The engine's words, such as <c>Downloading</c>.</param>
public sealed record PullProgress(string Layer, string Status, long CurrentBytes, long TotalBytes);
