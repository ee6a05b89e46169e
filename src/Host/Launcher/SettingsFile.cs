using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ActorKube.Host.Composition;
using ActorKube.Host.Pki;

namespace ActorKube.Host.Launcher;

/// <summary>
/// What a host was last started with, noted in its folder, so that later commands and starts needn't be told again. The cluster's token is among it: only the owner may read the file.
/// </summary>
internal static class SettingsFile
{
    private const string Name = "settings.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new TextConverter<IPAddress>(IPAddress.Parse), new TextConverter<IPEndPoint>(IPEndPoint.Parse) },
    };

    /// <summary>Null where no host was ever started.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static HostSettings? Read(string directory)
    {
        var path = PathIn(directory);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            // The folder may have been moved since.
            var json = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
            json["dataDirectory"] = directory;
            return json.Deserialize<HostSettings>(Format);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path} is damaged: {e.Message}", e);
        }
    }

    public static void Write(HostSettings settings)
    {
        Directory.CreateDirectory(settings.DataDirectory);
        PrivateFile.Write(PathIn(settings.DataDirectory), JsonSerializer.Serialize(settings, Format));
    }

    public static string PathIn(string directory) => Path.Combine(directory, Name);

    private sealed class TextConverter<T>(Func<string, T> parse) : JsonConverter<T>
        where T : class
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
