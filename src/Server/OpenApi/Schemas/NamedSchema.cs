using System.Text.Json;

namespace ActorKube.Server.OpenApi.Schemas;

/// <summary>A schema that documents publish under a name, by which others refer to it. Immutable.</summary>
internal abstract class NamedSchema(string name, IReadOnlyList<GroupVersionKind> kinds)
{
    public string Name { get; } = name;

    /// <summary>Names of the schemas that this one refers to, with repetitions.</summary>
    public abstract IEnumerable<string> References { get; }

    public void Write(Utf8JsonWriter json, Dialect dialect)
    {
        json.WriteStartObject();
        WriteBody(new SchemaWriter(json, dialect));
        if (kinds.Count > 0)
        {
            json.WriteStartArray("x-kubernetes-group-version-kind"u8);
            foreach (var kind in kinds)
            {
                kind.Write(json);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes all but the kinds, inside the object that is open.</summary>
    protected abstract void WriteBody(SchemaWriter writer);
}
