using System.Text.Json.Nodes;
using ActorKube.Api.Text;

namespace ActorKube.Host.Launcher;

/// <summary>
/// A file of simulated nodes: a list of kinds of nodes, each a mapping with the keys that <c>--node-shape</c> has, and <c>count</c>; <c>labels</c> and <c>resources</c> may be mappings of their own.
/// </summary>
internal static class NodesFile
{
    /// <returns>A text for each kind.</returns>
    /// <exception cref="ArgumentException">It can't be read, or is no such list.</exception>
    public static IReadOnlyList<string> Read(string path)
    {
        try
        {
            return YamlReader.Read(File.ReadAllText(path)).Root is JsonArray kinds && kinds.All(static k => k is JsonObject)
                ? [.. kinds.Select(static k => string.Join(',', Pairs(k!.AsObject())))]
                : throw new ArgumentException($"{path} is no list of mappings.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or YamlTextException)
        {
            throw new ArgumentException($"{path}: {e.Message}", e);
        }
    }

    private static IEnumerable<string> Pairs(JsonObject kind) => kind.SelectMany(static pair => (pair.Key, pair.Value) switch
    {
        ("labels", JsonObject labels) => labels.Select(static l => $"label:{l.Key}={l.Value}"),
        ("resources", JsonObject resources) => resources.Select(static r => $"{r.Key}={r.Value}"),
        var (key, value) => [$"{key}={value}"],
    });
}
