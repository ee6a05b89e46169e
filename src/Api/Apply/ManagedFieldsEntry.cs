using System.Globalization;
using System.Text.Json.Nodes;

namespace ActorKube.Api.Apply;

public enum ManagedFieldsOperation
{
    Apply,
    Update,
}

/// <summary>One entry of <c>metadata.managedFields</c>: who owns which fields, by which kind of writing.</summary>
/// <param name="Manager">Name that the writer gives itself.</param>
/// <param name="Operation">Whether by apply or by another write.</param>
/// <param name="ApiVersion">Version of the API in which the fields are named.</param>
/// <param name="Fields">What it owns.</param>
/// <param name="Time">Of the last change to the entry, in whole seconds; null if it never changed the object.</param>
/// <param name="Subresource">Empty for the object itself.</param>
public sealed record ManagedFieldsEntry(
    string Manager, ManagedFieldsOperation Operation, string ApiVersion, FieldSet Fields, DateTimeOffset? Time = null, string Subresource = "")
{
    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>An applier stays the same when it moves to another version of the API; an updater doesn't.</summary>
    internal (string Manager, ManagedFieldsOperation Operation, string ApiVersion, string Subresource) Id =>
        (Manager, Operation, Operation == ManagedFieldsOperation.Apply ? "" : ApiVersion, Subresource);

    /// <exception cref="FormatException">The JSON is no entry.</exception>
    public static ManagedFieldsEntry Read(JsonNode? json)
    {
        if (json is not JsonObject entry)
        {
            throw new FormatException("an entry of managedFields must be an object");
        }

        var operation = Text("operation") switch
        {
            "Apply" => ManagedFieldsOperation.Apply,
            "Update" => ManagedFieldsOperation.Update,
            _ => throw new FormatException("operation must be `Apply` or `Update`"),
        };
        var apiVersion = Text("apiVersion");
        if (apiVersion.Length == 0)
        {
            throw new FormatException("apiVersion must not be empty");
        }

        if (Text("fieldsType") is not "FieldsV1" and var fieldsType)
        {
            throw new FormatException(fieldsType.Length == 0 ? "missing fieldsType in managed fields entry" : $"invalid fieldsType \"{fieldsType}\" in managed fields entry");
        }

        DateTimeOffset? time = Text("time") is { Length: > 0 } text
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal) : null;
        return new(Text("manager"), operation, apiVersion, FieldsV1.Read(entry["fieldsV1"]), time, Text("subresource"));

        string Text(string name) => entry[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["manager"] = Manager, ["operation"] = Operation.ToString(), ["apiVersion"] = ApiVersion };
        if (Time is { } time)
        {
            json["time"] = time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
        }

        json["fieldsType"] = "FieldsV1";
        json["fieldsV1"] = FieldsV1.ToJson(Fields);
        if (Subresource.Length > 0)
        {
            json["subresource"] = Subresource;
        }

        return json;
    }
}
