using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Tests.Kinds;

/// <summary>Runs objects through a kind's functions as a server does, without the rules of metadata that all kinds share.</summary>
internal static class KindProbe
{
    public static readonly DateTimeOffset Now = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>The object as it would be stored.</summary>
    public static IApiObject Create(Kind kind, string json) => kind.PrepareForCreate(kind.Default(Read(kind, json)));

    public static IApiObject Read(Kind kind, string json) => kind.Read(Encoding.UTF8.GetBytes(json));

    public static string Write(Kind kind, IApiObject value) => Encoding.UTF8.GetString(kind.Write(value).Span);

    /// <summary>The member of the object that a create stores, as JSON.</summary>
    public static string? Created(Kind kind, string json, string member) => JsonNode.Parse(Write(kind, Create(kind, json)))![member]?.ToJsonString();

    public static string CreateErrors(Kind kind, string json)
    {
        var errors = new FieldErrors();
        kind.Validate(Create(kind, json), errors);
        return Show(errors);
    }

    public static string CreateMessages(Kind kind, string json)
    {
        var errors = new FieldErrors();
        kind.Validate(Create(kind, json), errors);
        return string.Join('\n', errors.All.Select(e => e.Message));
    }

    /// <summary>What is wrong with an update of one object to another.</summary>
    public static string UpdateErrors(Kind kind, string before, string after)
    {
        var previous = Create(kind, before);
        var next = kind.PrepareForUpdate(kind.Default(Read(kind, after)), previous);
        var errors = new FieldErrors();
        kind.ValidateUpdate(next, previous, errors);
        return Show(errors);
    }

    public static string StatusErrors(Kind kind, string before, string after)
    {
        var previous = Create(kind, before);
        var next = kind.PrepareForStatusUpdate(kind.Default(Read(kind, after)), previous);
        var errors = new FieldErrors();
        kind.ValidateStatusUpdate(next, previous, errors);
        return Show(errors);
    }

    public static object?[] Cells(Kind kind, string json) => [.. kind.Columns.Select(c => c.Cell(Read(kind, json), Now))];

    /// <summary>The object with the value at a path such as <c>spec.rules.0.host</c>; without it if the value is null.</summary>
    public static string Edit(string json, string path, string? value)
    {
        var root = JsonNode.Parse(json)!;
        var steps = path.Split('.');
        var node = root;
        foreach (var step in steps[..^1])
        {
            node = node is JsonArray array ? array[int.Parse(step)]! : node[step] ??= new JsonObject();
        }

        switch (node)
        {
            case JsonArray array when int.Parse(steps[^1]) == array.Count:
                array.Add(JsonNode.Parse(value!));
                break;
            case JsonArray array:
                array[int.Parse(steps[^1])] = value is null ? null : JsonNode.Parse(value);
                break;
            case JsonObject when value is null:
                node.AsObject().Remove(steps[^1]);
                break;
            default:
                node[steps[^1]] = JsonNode.Parse(value!);
                break;
        }

        return root.ToJsonString();
    }

    /// <summary>Reasons without their prefix, with fields, in order: <c>Required spec.a; Invalid spec.b</c>.</summary>
    private static string Show(FieldErrors errors) =>
        string.Join("; ", errors.All.Select(e => $"{e.Reason.Replace("FieldValue", "", StringComparison.Ordinal)} {e.Field}").Order(StringComparer.Ordinal));
}
