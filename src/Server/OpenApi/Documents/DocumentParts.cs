using System.Text.Json;
using ActorKube.Server.Discovery;
using ActorKube.Server.OpenApi.Operations;
using ActorKube.Server.OpenApi.Schemas;

namespace ActorKube.Server.OpenApi.Documents;

/// <summary>What both dialects write alike.</summary>
internal static class DocumentParts
{
    public static void Info(Utf8JsonWriter json)
    {
        json.WriteStartObject("info"u8);
        json.WriteString("title"u8, "Kubernetes"u8);
        json.WriteString("version"u8, VersionHandler.KubernetesVersion);
        json.WriteEndObject();
    }

    public static void Schemas(Utf8JsonWriter json, string property, IReadOnlyList<NamedSchema> schemas, Dialect dialect)
    {
        json.WriteStartObject(property);
        foreach (var schema in schemas)
        {
            json.WritePropertyName(schema.Name);
            schema.Write(json, dialect);
        }

        json.WriteEndObject();
    }

    /// <summary>The one way to authenticate that OpenAPI can say; client certificates are another.</summary>
    public static void BearerToken(Utf8JsonWriter json, string property)
    {
        json.WriteStartObject(property);
        json.WriteStartObject("BearerToken"u8);
        json.WriteString("description"u8, "A bearer token in the header Authorization."u8);
        json.WriteString("in"u8, "header"u8);
        json.WriteString("name"u8, "authorization"u8);
        json.WriteString("type"u8, "apiKey"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Texts(Utf8JsonWriter json, string property, IEnumerable<string> texts)
    {
        json.WriteStartArray(property);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes what a parameter is, but not its type.</summary>
    public static void Parameter(Utf8JsonWriter json, Parameter parameter)
    {
        json.WriteString("description"u8, parameter.Doc);
        json.WriteString("in"u8, parameter.In);
        json.WriteString("name"u8, parameter.Name);
        if (parameter.In == "path")
        {
            json.WriteBoolean("required"u8, true);
        }
    }

    /// <param name="schema">Name of the body's schema; null for text.</param>
    public static void BodySchema(Utf8JsonWriter json, string? schema, Dialect dialect)
    {
        json.WriteStartObject("schema"u8);
        if (schema is null)
        {
            json.WriteString("type"u8, "string"u8);
        }
        else
        {
            json.WriteString("$ref"u8, SchemaWriter.ReferenceTo(schema, dialect));
        }

        json.WriteEndObject();
    }

    public static void Unauthorized(Utf8JsonWriter json)
    {
        json.WriteStartObject("401"u8);
        json.WriteString("description"u8, "Unauthorized"u8);
        json.WriteEndObject();
    }

    /// <summary>Writes by what tools find an operation.</summary>
    public static void Marks(Utf8JsonWriter json, Operation operation)
    {
        Texts(json, "tags", [operation.Tag]);
        if (operation.Action is not null)
        {
            json.WriteString("x-kubernetes-action"u8, operation.Action);
        }

        if (operation.Kind is not null)
        {
            json.WritePropertyName("x-kubernetes-group-version-kind"u8);
            operation.Kind.Write(json);
        }
    }
}
