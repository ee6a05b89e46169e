using System.Text.Json.Nodes;

namespace ActorKube.EndToEnd.Tests.BadInput;

/// <summary>A manifest that is accepted, and where it is sent.</summary>
internal sealed record Sample(string CollectionPath, JsonNode Manifest)
{
    public string ObjectPath => $"{CollectionPath}/{Manifest["metadata"]!["name"]}";
}

/// <summary>One manifest of each kind, the larger kinds with most of their fields.</summary>
internal static class Samples
{
    public static IReadOnlyList<Sample> All { get; } = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "BadInput", "Samples"), "*.json").Order(StringComparer.Ordinal).Select(Read)];

    private static Sample Read(string file)
    {
        var sample = JsonNode.Parse(File.ReadAllText(file))!;
        var manifest = sample["manifest"]!.DeepClone();
        return new Sample((string)sample["path"]!, manifest);
    }
}
