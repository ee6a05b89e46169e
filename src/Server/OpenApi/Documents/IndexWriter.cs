using System.Text.Json;

namespace ActorKube.Server.OpenApi.Documents;

/// <summary>Writes the index of the documents of version 3: clients keep a document until its address changes.</summary>
internal static class IndexWriter
{
    public static void Write(Utf8JsonWriter json, IEnumerable<(string Name, string Hash)> documents)
    {
        json.WriteStartObject();
        json.WriteStartObject("paths"u8);
        foreach (var (name, hash) in documents)
        {
            json.WriteStartObject(name);
            json.WriteString("serverRelativeURL"u8, $"/openapi/v3/{name}?hash={hash}");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
