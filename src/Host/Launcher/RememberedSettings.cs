using System.Text.Json.Nodes;
using ActorKube.Host.Composition;

namespace ActorKube.Host.Launcher;

/// <summary>What a host was last started with, noted in its folder, so that later commands needn't be told again.</summary>
internal sealed record RememberedSettings(int Port, string Runtime)
{
    private const string Name = "settings.json";

    /// <summary>Null where no host was ever started.</summary>
    public static RememberedSettings? Read(string directory)
    {
        var path = PathIn(directory);
        return File.Exists(path) && JsonNode.Parse(File.ReadAllText(path)) is JsonObject json
            ? new RememberedSettings((int)json["port"]!, (string)json["runtime"]!)
            : null;
    }

    public static void Write(HostSettings settings)
    {
        Directory.CreateDirectory(settings.DataDirectory);
        File.WriteAllText(PathIn(settings.DataDirectory), new JsonObject { ["port"] = settings.Port, ["runtime"] = settings.Runtime }.ToJsonString());
    }

    public static string PathIn(string directory) => Path.Combine(directory, Name);
}
