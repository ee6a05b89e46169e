using System.Globalization;
using System.Text.Json.Nodes;
using ActorKube.Api.Serialization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ActorKube.Api.Text;

/// <summary>Builds the JSON of one document from the parser's events.</summary>
internal sealed class YamlTreeBuilder(Parser parser)
{
    // What aliases may add. Real manifests repeat a few maps; a "billion laughs" text wants 10^9 nodes.
    private const int MaxAliasedNodes = 100_000;

    private readonly Dictionary<AnchorName, JsonNode?> _anchors = [];
    private readonly List<string> _duplicates = [];
    private int _aliased;

    public IReadOnlyList<string> DuplicateKeys => _duplicates;

    public JsonNode? ReadNode(int depth)
    {
        var next = parser.Current!;
        switch (next)
        {
            case AnchorAlias alias:
                parser.MoveNext();
                return Resolve(alias, depth);
            case Scalar scalar:
                parser.MoveNext();
                return Anchored(scalar.Anchor, Value(scalar));
            case SequenceStart start:
                CheckDepth(depth, start);
                parser.MoveNext();
                return Anchored(start.Anchor, ReadSequence(depth));
            case MappingStart start:
                CheckDepth(depth, start);
                parser.MoveNext();
                return Anchored(start.Anchor, ReadMapping(depth));
            default:
                throw new YamlTextException("did not find expected node content", next.Start.Line);
        }
    }

    private JsonArray ReadSequence(int depth)
    {
        var items = new JsonArray();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return items;
    }

    private JsonObject ReadMapping(int depth)
    {
        var members = new JsonObject();
        List<JsonObject> merged = [];
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var start = parser.Current!;
            if (start is Scalar { Value: "<<", Style: ScalarStyle.Plain, Tag.IsEmpty: true })
            {
                parser.MoveNext();
                merged.AddRange(MergeSources(ReadNode(depth + 1), start.Start.Line));
                continue;
            }

            var key = Key(ReadNode(depth + 1), start.Start.Line);
            var value = ReadNode(depth + 1);
            if (members.ContainsKey(key))
            {
                _duplicates.Add(string.Create(CultureInfo.InvariantCulture, $"line {start.Start.Line}: key \"{key}\" already set in map"));
            }

            members[key] = value;
        }

        foreach (var (key, value) in merged.SelectMany(m => m))
        {
            members.TryAdd(key, Copy(value));
        }

        return members;
    }

    private static IEnumerable<JsonObject> MergeSources(JsonNode? value, long line) => value switch
    {
        JsonObject one => [one],
        JsonArray many when many.All(m => m is JsonObject) => many.Cast<JsonObject>(),
        _ => throw new YamlTextException("map merge requires map or sequence of maps as the value", line),
    };

    // JSON has no keys but texts: numbers and booleans become what they print as.
    private static string Key(JsonNode? key, long line) => key switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value => value.ToJsonString(),
        null => throw new YamlTextException("unsupported map key of type null", line),
        _ => throw new YamlTextException("invalid map key", line),
    };

    private static JsonNode? Value(Scalar scalar)
    {
        var tag = scalar.Tag.IsEmpty ? "" : scalar.Tag.Value;
        if (tag.Length == 0 && scalar.Style != ScalarStyle.Plain)
        {
            return JsonValue.Create(scalar.Value);
        }

        return YamlScalar.TryResolve(tag, scalar.Value, out var value) ? value
            : throw new YamlTextException($"cannot decode `{scalar.Value}` as a {tag}", scalar.Start.Line);
    }

    private JsonNode? Anchored(AnchorName anchor, JsonNode? value)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = value;
        }

        return value;
    }

    private JsonNode? Resolve(AnchorAlias alias, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value, out var value))
        {
            throw new YamlTextException($"unknown anchor '{alias.Value}' referenced", alias.Start.Line);
        }

        if (value is JsonObject or JsonArray && depth + Patches.JsonKind.Depth(value) > JsonLimits.MaxDepth)
        {
            throw TooDeep(alias);
        }

        return Copy(value);
    }

    private JsonNode? Copy(JsonNode? value)
    {
        _aliased += Count(value);
        return _aliased <= MaxAliasedNodes ? value?.DeepClone() : throw new YamlTextException("document contains excessive aliasing");
    }

    private static int Count(JsonNode? node) => node switch
    {
        JsonObject o => 1 + o.Sum(m => Count(m.Value)),
        JsonArray a => 1 + a.Sum(Count),
        _ => 1,
    };

    private static void CheckDepth(int depth, ParsingEvent at)
    {
        if (depth >= JsonLimits.MaxDepth)
        {
            throw TooDeep(at);
        }
    }

    private static YamlTextException TooDeep(ParsingEvent at) =>
        new(string.Create(CultureInfo.InvariantCulture, $"exceeded max depth of {JsonLimits.MaxDepth}"), at.Start.Line);
}
