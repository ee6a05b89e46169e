using System.Text.Json;

namespace ActorKube.Server.OpenApi;

/// <summary>What <c>x-kubernetes-group-version-kind</c> says of a schema or an operation.</summary>
internal sealed record GroupVersionKind(string Group, string Version, string Kind)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("group"u8, Group);
        json.WriteString("kind"u8, Kind);
        json.WriteString("version"u8, Version);
        json.WriteEndObject();
    }
}
