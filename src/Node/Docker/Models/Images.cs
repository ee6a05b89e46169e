using System.Text.Json.Serialization;

namespace ActorKube.NodeAgent.Docker;

internal sealed record ImageDetails
{
    public string Id { get; init; } = "";

    public IReadOnlyList<string>? RepoTags { get; init; }

    public IReadOnlyList<string>? RepoDigests { get; init; }

    public long Size { get; init; }

    public string Architecture { get; init; } = "";

    public ImageConfig? Config { get; init; }
}

internal sealed record ImageConfig
{
    public string? User { get; init; }

    public IReadOnlyList<string>? Env { get; init; }

    public IReadOnlyList<string>? Entrypoint { get; init; }

    public IReadOnlyList<string>? Cmd { get; init; }
}

internal sealed record ImageListItem
{
    public string Id { get; init; } = "";

    public IReadOnlyList<string>? RepoTags { get; init; }

    public IReadOnlyList<string>? RepoDigests { get; init; }

    public long Size { get; init; }
}

/// <summary>One line of a pull's or import's progress; the last of a failed one carries the error.</summary>
internal sealed record PullMessage
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("status")]
    public string? Status { get; init; }

    [JsonPropertyName("error")]
    public string? Error { get; init; }

    [JsonPropertyName("progressDetail")]
    public PullDetail? Detail { get; init; }
}

internal sealed record PullDetail
{
    [JsonPropertyName("current")]
    public long Current { get; init; }

    [JsonPropertyName("total")]
    public long Total { get; init; }
}

/// <summary>Content of the <c>X-Registry-Auth</c> header.</summary>
internal sealed record AuthConfig
{
    [JsonPropertyName("username")]
    public string? Username { get; init; }

    [JsonPropertyName("password")]
    public string? Password { get; init; }

    [JsonPropertyName("identitytoken")]
    public string? IdentityToken { get; init; }

    [JsonPropertyName("serveraddress")]
    public string? ServerAddress { get; init; }
}
