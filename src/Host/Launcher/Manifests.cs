using System.Text.Json.Nodes;
using ActorKube.Api.Kinds;
using ActorKube.Api.Text;

namespace ActorKube.Host.Launcher;

/// <summary>One object of a manifest, with the path that it lives at.</summary>
internal sealed record ManifestObject(Kind Kind, string Namespace, string Name, JsonObject Json)
{
    public string Path
    {
        get
        {
            var root = Kind.Group.Length == 0 ? $"/api/{Kind.Version}" : $"/apis/{Kind.Group}/{Kind.Version}";
            return Kind.Namespaced ? $"{root}/namespaces/{Namespace}/{Kind.Plural}/{Name}" : $"{root}/{Kind.Plural}/{Name}";
        }
    }
}

/// <summary>Reads manifests: files, or all files of a directory, in YAML or JSON, with as many documents as they like.</summary>
internal static class Manifests
{
    private static readonly string[] Endings = [".yaml", ".yml", ".json"];

    /// <exception cref="InvalidDataException">A document that is no object of a known kind.</exception>
    public static IReadOnlyList<ManifestObject> Read(string path, KindRegistry kinds)
    {
        var files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path).Where(f => Endings.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal)
            : Enumerable.Repeat(path, 1);
        return [.. files.SelectMany(f => YamlReader.ReadAll(File.ReadAllText(f)).Where(d => d.Root is not null).SelectMany(d => Expand(d.Root!)).Select(o => Parse(o, f, kinds)))];
    }

    private static IEnumerable<JsonNode> Expand(JsonNode document) =>
        document is JsonObject o && o["kind"]?.ToString() == "List" && o["items"] is JsonArray items ? items.Select(i => i!.DeepClone()) : [document];

    private static ManifestObject Parse(JsonNode document, string file, KindRegistry kinds)
    {
        if (document is not JsonObject json)
        {
            throw new InvalidDataException($"{file}: a document is no object.");
        }

        var (apiVersion, name) = (json["apiVersion"]?.ToString() ?? "", json["kind"]?.ToString() ?? "");
        var kind = kinds.FindByName(apiVersion, name) ?? throw new InvalidDataException($"{file}: no kind \"{name}\" of \"{apiVersion}\" is known.");
        var metadata = json["metadata"] as JsonObject;
        return metadata?["name"]?.ToString() is { Length: > 0 } objectName
            ? new ManifestObject(kind, metadata["namespace"]?.ToString() ?? "default", objectName, json)
            : throw new InvalidDataException($"{file}: a {name} has no name.");
    }
}
