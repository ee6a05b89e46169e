using System.Globalization;
using System.Text.Json;
using ActorKube.Server.OpenApi.Operations;
using ActorKube.Server.OpenApi.Schemas;

namespace ActorKube.Server.OpenApi.Documents;

/// <summary>Writes the document of Swagger 2.0, which older clients read and which holds the whole API.</summary>
internal static class V2Writer
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<PathItem> paths, IReadOnlyList<NamedSchema> schemas)
    {
        json.WriteStartObject();
        json.WriteString("swagger"u8, "2.0"u8);
        DocumentParts.Info(json);
        json.WriteStartObject("paths"u8);
        foreach (var path in paths)
        {
            json.WriteStartObject(path.Path);
            Parameters(json, path.Common, body: null);
            foreach (var operation in path.Operations)
            {
                json.WriteStartObject(operation.Method);
                Operation(json, operation);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        DocumentParts.Schemas(json, "definitions", schemas, Dialect.V2);
        DocumentParts.BearerToken(json, "securityDefinitions");
        json.WriteStartArray("security"u8);
        json.WriteStartObject();
        DocumentParts.Texts(json, "BearerToken", []);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Operation(Utf8JsonWriter json, Operation operation)
    {
        json.WriteString("description"u8, operation.Doc);
        json.WriteString("operationId"u8, operation.Id);
        DocumentParts.Texts(json, "schemes", ["https"]);
        DocumentParts.Texts(json, "consumes", operation.Body?.MediaTypes ?? MediaTypes.Any);
        DocumentParts.Texts(json, "produces", operation.Answers.SelectMany(a => a.MediaTypes).Distinct());
        Parameters(json, operation.Parameters, operation.Body);
        json.WriteStartObject("responses"u8);
        foreach (var answer in operation.Answers)
        {
            json.WriteStartObject(answer.Code.ToString(CultureInfo.InvariantCulture));
            json.WriteString("description"u8, answer.Doc);
            DocumentParts.BodySchema(json, answer.Schema, Dialect.V2);
            json.WriteEndObject();
        }

        DocumentParts.Unauthorized(json);
        json.WriteEndObject();
        DocumentParts.Marks(json, operation);
    }

    private static void Parameters(Utf8JsonWriter json, IReadOnlyList<Parameter> parameters, RequestBody? body)
    {
        if (parameters.Count == 0 && body is null)
        {
            return;
        }

        json.WriteStartArray("parameters"u8);
        if (body is not null)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, "body"u8);
            json.WriteString("in"u8, "body"u8);
            json.WriteBoolean("required"u8, body.Required);
            DocumentParts.BodySchema(json, body.Schema, Dialect.V2);
            json.WriteEndObject();
        }

        foreach (var parameter in parameters)
        {
            json.WriteStartObject();
            DocumentParts.Parameter(json, parameter);
            json.WriteString("type"u8, parameter.Type);
            json.WriteBoolean("uniqueItems"u8, true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
