using System.Text;
using System.Text.Json;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Extensions;

/// <summary>A schema with the parts that JSON has in several shapes read out. Immutable.</summary>
internal sealed class SchemaNode
{
    private static readonly Dictionary<string, SchemaNode> None = [];

    private SchemaNode(JSONSchemaProps props)
    {
        Props = props;
        Properties = Map(props.Properties);
        PatternProperties = Map(props.PatternProperties);
        Definitions = Map(props.Definitions);
        AllOf = List(props.AllOf);
        AnyOf = List(props.AnyOf);
        OneOf = List(props.OneOf);
        Not = Of(props.Not);
        Items = Object(props.Items);
        ItemList = Array(props.Items);
        Additional = Object(props.AdditionalProperties);
        AdditionalItems = Object(props.AdditionalItems);
        AllowsAdditional = props.AdditionalProperties is null ? null : Additional is not null || props.AdditionalProperties.ToString().Trim() == "true";
        Dependencies = Schemas(props.Dependencies);
    }

    public JSONSchemaProps Props { get; }

    public IReadOnlyDictionary<string, SchemaNode> Properties { get; }

    public IReadOnlyDictionary<string, SchemaNode> PatternProperties { get; }

    public IReadOnlyDictionary<string, SchemaNode> Definitions { get; }

    /// <summary>Those that are schemas and not lists of names.</summary>
    public IReadOnlyDictionary<string, SchemaNode> Dependencies { get; }

    public IReadOnlyList<SchemaNode> AllOf { get; }

    public IReadOnlyList<SchemaNode> AnyOf { get; }

    public IReadOnlyList<SchemaNode> OneOf { get; }

    public SchemaNode? Not { get; }

    /// <summary>The schema of all items; null for none, or for a list of them.</summary>
    public SchemaNode? Items { get; }

    public IReadOnlyList<SchemaNode> ItemList { get; }

    /// <summary>Schema of properties that have no name.</summary>
    public SchemaNode? Additional { get; }

    /// <summary>Whether there may be properties that have no name; null when nothing is said.</summary>
    public bool? AllowsAdditional { get; }

    public SchemaNode? AdditionalItems { get; }

    /// <exception cref="ApiDecodeException">A part of the schema has the wrong type.</exception>
    public static SchemaNode? Of(JSONSchemaProps? props) => props is null ? null : new SchemaNode(props);

    /// <summary>The node and all below it.</summary>
    public IEnumerable<SchemaNode> Descendants()
    {
        yield return this;
        SchemaNode?[] single = [Not, Items, Additional, AdditionalItems];
        var below = single.OfType<SchemaNode>()
            .Concat(ItemList).Concat(AllOf).Concat(AnyOf).Concat(OneOf)
            .Concat(Properties.Values).Concat(PatternProperties.Values).Concat(Definitions.Values).Concat(Dependencies.Values);
        foreach (var node in below.SelectMany(n => n.Descendants()))
        {
            yield return node;
        }
    }

    private static Dictionary<string, SchemaNode> Map(IReadOnlyDictionary<string, JSONSchemaProps>? schemas) =>
        schemas?.ToDictionary(s => s.Key, s => new SchemaNode(s.Value), StringComparer.Ordinal) ?? None;

    private static Dictionary<string, SchemaNode> Schemas(IReadOnlyDictionary<string, RawJson>? values)
    {
        var schemas = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (var (name, value) in values ?? new Dictionary<string, RawJson>())
        {
            if (Object(value) is { } schema)
            {
                schemas[name] = schema;
            }
        }

        return schemas;
    }

    private static SchemaNode[] List(IReadOnlyList<JSONSchemaProps>? schemas) => schemas?.Select(s => new SchemaNode(s)).ToArray() ?? [];

    private static SchemaNode? Object(RawJson? json)
    {
        if (json is null || json.Utf8.Span.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..])
        {
            return null;
        }

        var reader = new ApiReader(json.Utf8.Span);
        return new SchemaNode(JSONSchemaProps.Read(ref reader));
    }

    private static SchemaNode[] Array(RawJson? json)
    {
        if (json is null || json.Utf8.Span.TrimStart(" \t\r\n"u8) is not [(byte)'[', ..])
        {
            return [];
        }

        using var document = JsonDocument.Parse(json.Utf8, JsonLimits.DocumentOptions);
        return [.. document.RootElement.EnumerateArray().Select(e => Object(new RawJson(Encoding.UTF8.GetBytes(e.GetRawText())))).OfType<SchemaNode>()];
    }
}
