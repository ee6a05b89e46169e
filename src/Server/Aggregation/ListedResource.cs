using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorKube.Server.Aggregation;

/// <summary>A resource, or a subresource, in the APIResourceList of an extension server.</summary>
/// <param name="Name">Plural; <c>pods/rate</c> for a subresource.</param>
/// <param name="Group">Where it isn't that of the list.</param>
internal sealed record ListedResource(
    string Name,
    string Kind,
    string? SingularName = null,
    bool Namespaced = false,
    string? Group = null,
    string? Version = null,
    IReadOnlyList<string>? Verbs = null,
    IReadOnlyList<string>? ShortNames = null,
    IReadOnlyList<string>? Categories = null)
{
    /// <summary>What a subresource belongs to; null for a resource.</summary>
    public string? Parent => Name.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? Name[..slash] : null;

    /// <summary>The name of the subresource alone.</summary>
    public string Own => Name[(Name.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <exception cref="JsonException">It is no such list.</exception>
    public static IReadOnlyList<ListedResource> Read(ReadOnlyMemory<byte> json) => JsonSerializer.Deserialize(json.Span, ListedResourceJson.Default.ListedResources)?.Resources ?? [];
}

internal sealed record ListedResources(IReadOnlyList<ListedResource>? Resources);

[JsonSerializable(typeof(ListedResources))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ListedResourceJson : JsonSerializerContext;
