using System.Globalization;
using System.Text.Json;
using ActorKube.Server.OpenApi.Operations;
using ActorKube.Server.OpenApi.Schemas;

namespace ActorKube.Server.OpenApi.Documents;

/// <summary>Writes a document of OpenAPI 3.0.</summary>
internal static class V3Writer
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<PathItem> paths, IReadOnlyList<NamedSchema> schemas)
    {
        json.WriteStartObject();
        json.WriteStartObject("components"u8);
        if (schemas.Count > 0)
        {
            DocumentParts.Schemas(json, "schemas", schemas, Dialect.V3);
        }

        DocumentParts.BearerToken(json, "securitySchemes");
        json.WriteEndObject();
        DocumentParts.Info(json);
        json.WriteString("openapi"u8, "3.0.0"u8);
        json.WriteStartObject("paths"u8);
        foreach (var path in paths)
        {
            json.WriteStartObject(path.Path);
            Parameters(json, path.Common);
            foreach (var operation in path.Operations)
            {
                json.WriteStartObject(operation.Method);
                Operation(json, operation);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Operation(Utf8JsonWriter json, Operation operation)
    {
        json.WriteString("description"u8, operation.Doc);
        json.WriteString("operationId"u8, operation.Id);
        Parameters(json, operation.Parameters);
        if (operation.Body is { } body)
        {
            json.WriteStartObject("requestBody"u8);
            Content(json, body.Schema, body.MediaTypes);
            if (body.Required)
            {
                json.WriteBoolean("required"u8, true);
            }

            json.WriteEndObject();
        }

        json.WriteStartObject("responses"u8);
        foreach (var answer in operation.Answers)
        {
            json.WriteStartObject(answer.Code.ToString(CultureInfo.InvariantCulture));
            Content(json, answer.Schema, answer.MediaTypes);
            json.WriteString("description"u8, answer.Doc);
            json.WriteEndObject();
        }

        DocumentParts.Unauthorized(json);
        json.WriteEndObject();
        DocumentParts.Marks(json, operation);
    }

    private static void Parameters(Utf8JsonWriter json, IReadOnlyList<Parameter> parameters)
    {
        if (parameters.Count == 0)
        {
            return;
        }

        json.WriteStartArray("parameters"u8);
        foreach (var parameter in parameters)
        {
            json.WriteStartObject();
            DocumentParts.Parameter(json, parameter);
            json.WriteStartObject("schema"u8);
            json.WriteString("type"u8, parameter.Type);
            json.WriteBoolean("uniqueItems"u8, true);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Content(Utf8JsonWriter json, string? schema, IReadOnlyList<string> mediaTypes)
    {
        json.WriteStartObject("content"u8);
        foreach (var mediaType in mediaTypes)
        {
            json.WriteStartObject(mediaType);
            DocumentParts.BodySchema(json, schema, Dialect.V3);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
