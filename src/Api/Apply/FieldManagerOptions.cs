using System.Text.Json.Nodes;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apply;

/// <summary>What tracking the owners of fields needs to know about a resource.</summary>
public sealed class FieldManagerOptions
{
    public required TypeModel Type { get; init; }

    /// <summary>Group and version, <c>apps/v1</c>.</summary>
    public required string ApiVersion { get; init; }

    public required string Kind { get; init; }

    /// <summary>
    /// The JSON of an object of the type in which nothing is set. What it contains anyway (<c>"spec":{}</c>, nulls that are always
    /// written) isn't something that the creator of an object has added.
    /// </summary>
    public JsonObject Empty { get; init; } = [];

    /// <summary>Empty for the object itself, otherwise <c>status</c> or <c>scale</c>.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>Fields, with all below them, that this way of writing can't change: <c>status</c> for the object itself.</summary>
    public FieldSet Reset { get; init; } = FieldSet.Empty;
}
