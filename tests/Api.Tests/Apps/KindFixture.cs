using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Patches;

namespace ActorKube.Api.Tests.Apps;

/// <summary>
/// A kind with one valid object, from which cases are made by merge patches. JSON is written with single quotes. Objects go through
/// the steps of a write, but for what is generic.
/// </summary>
internal sealed class KindFixture(Kind kind, string json)
{
    public const string Uid = "0a0b0c0d-1111-4222-8333-444455556666";

    public static readonly DateTimeOffset Now = new(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);

    public Kind Kind { get; } = kind;

    public IApiObject Create(string patch = "{}") => Prepared(patch);

    /// <summary>What is wrong with a new object: reason, field and message of each error.</summary>
    public IReadOnlyList<string> CreateErrors(string patch = "{}")
    {
        var errors = new FieldErrors();
        Kind.Validate(Create(patch), errors);
        return Texts(errors);
    }

    /// <summary>The object as an update leaves it.</summary>
    public IApiObject Update(string patch, string before = "{}")
    {
        var previous = Prepared(before);
        var next = Kind.PrepareForUpdate(Kind.Default(Patched(previous, patch)), previous);
        return Kind.SameSpec(next, previous) ? next : next.With(next.Metadata with { Generation = previous.Metadata.Generation + 1 });
    }

    public IReadOnlyList<string> UpdateErrors(string patch, string before = "{}")
    {
        var errors = new FieldErrors();
        Kind.ValidateUpdate(Update(patch, before), Prepared(before), errors);
        return Texts(errors);
    }

    public IApiObject StatusUpdate(string patch, string before = "{}") => Kind.PrepareForStatusUpdate(Patched(WithStatus(before), patch), WithStatus(before));

    public IReadOnlyList<string> StatusErrors(string patch, string before = "{}")
    {
        var errors = new FieldErrors();
        Kind.ValidateStatusUpdate(StatusUpdate(patch, before), WithStatus(before), errors);
        return Texts(errors);
    }

    /// <summary>The object with a status that was set later.</summary>
    public IApiObject WithStatus(string patch) => Patched(Create(patch), patch);

    public IReadOnlyList<string> Warnings(string patch = "{}") => Kind.Warnings(Create(patch), null);

    /// <summary>Cells of the object's row by column.</summary>
    public Dictionary<string, string> Cells(string patch = "{}") => Kind.Columns.ToDictionary(
        c => c.Name, c => Convert.ToString(c.Cell(WithStatus(patch), Now), CultureInfo.InvariantCulture) ?? "");

    /// <summary>Name, type and priority of each column.</summary>
    public IReadOnlyList<string> Columns() => [.. Kind.Columns.Select(c => $"{c.Name} {c.Type} {c.Priority}")];

    public JsonObject Json(IApiObject value) => JsonNode.Parse(Kind.Write(value).Span)!.AsObject();

    /// <summary>The text of one member, such as <c>spec/replicas</c>; empty when it isn't there.</summary>
    public string Member(IApiObject value, string path)
    {
        JsonNode? node = Json(value);
        foreach (var name in path.Split('/'))
        {
            node = node is JsonArray list ? list[int.Parse(name, CultureInfo.InvariantCulture)] : node?[name.Replace("~1", "/", StringComparison.Ordinal)];
        }

        return node?.ToJsonString().Replace('"', '\'') ?? "";
    }

    private IApiObject Prepared(string patch)
    {
        var value = Read(JsonMergePatch.Apply(Parse(json), Parse(patch)));
        value = Kind.PrepareForCreate(Kind.Default(value.With(value.Metadata with { Uid = Uid })));
        return value.With(value.Metadata with { Generation = 1 });
    }

    private IApiObject Patched(IApiObject value, string patch) => Read(JsonMergePatch.Apply(Json(value), Parse(patch)));

    private IApiObject Read(JsonObject value) => Kind.Read(Encoding.UTF8.GetBytes(value.ToJsonString()));

    private static JsonObject Parse(string text) => JsonNode.Parse(text.Replace('\'', '"'))!.AsObject();

    private static IReadOnlyList<string> Texts(FieldErrors errors) => [.. errors.All.Select(e => $"{e.Reason} {e.Field} {e.Message}")];
}
