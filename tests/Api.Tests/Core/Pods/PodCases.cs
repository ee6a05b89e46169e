using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Tests.Core.Pods;

/// <summary>Pods from short JSON, taken through what the server does with them.</summary>
internal static class PodCases
{
    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static Kind Kind => PodKinds.All.Single(k => k.Plural == "pods");

    /// <summary>A pod with one container; the text is the rest of its specification, and may replace the containers.</summary>
    public static Pod Pod(string spec = "", string metadata = "", string status = "") => ApiWriter.FromUtf8<Pod>(Encoding.UTF8.GetBytes(
        $$"""{"apiVersion":"v1","kind":"Pod","metadata":{{Merge("""{"name":"p","namespace":"n"}""", metadata)}},"spec":{{Merge("""{"containers":[{"name":"c","image":"i:1"}]}""", spec)}},"status":{{Merge("{}", status)}} }"""));

    /// <summary>The specification of a pod whose one container has these fields besides its name and image.</summary>
    public static string Container(string fields) => $$"""
        "containers":[{{Merge("""{"name":"c","image":"i:1"}""", fields)}}]
        """;

    /// <summary>As it would be stored.</summary>
    public static Pod Create(Pod pod) => (Pod)Kind.PrepareForCreate(Kind.Default(pod));

    public static Pod Create(string spec = "", string metadata = "") => Create(Pod(spec, metadata));

    /// <summary>What is wrong with a new pod: "field: message".</summary>
    public static string[] CreateErrors(string spec, string metadata = "")
    {
        var errors = new FieldErrors();
        Kind.Validate(Create(spec, metadata), errors);
        return Texts(errors);
    }

    /// <summary>What is wrong with a change of a pod.</summary>
    public static string[] UpdateErrors(Pod previous, Pod next)
    {
        var errors = new FieldErrors();
        Kind.ValidateUpdate(Kind.PrepareForUpdate(Kind.Default(next), previous), previous, errors);
        return Texts(errors);
    }

    public static string[] Texts(FieldErrors errors) => [.. errors.All.Select(e => $"{e.Field}: {e.Message}")];

    /// <summary>A part of a record as JSON, at a path such as <c>spec/containers/0</c>; "" where there is nothing.</summary>
    public static string Json<T>(T value, string path)
        where T : IApiType<T>
    {
        var node = JsonNode.Parse(ApiWriter.ToUtf8(value).Span);
        foreach (var part in path.Split('/'))
        {
            node = node switch
            {
                JsonArray array => array.ElementAtOrDefault(int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)),
                JsonObject map => map[part],
                _ => null,
            };
        }

        return node?.ToJsonString() ?? "";
    }

    private static string Merge(string json, string members)
    {
        var merged = JsonNode.Parse(json)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse($"{{{members}}}")!.AsObject())
        {
            merged[name] = value?.DeepClone();
        }

        return merged.ToJsonString();
    }
}
