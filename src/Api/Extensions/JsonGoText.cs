using System.Text.Json;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Extensions;

/// <summary>JSON in Go's syntax, as messages show values of unknown shape.</summary>
internal static class JsonGoText
{
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"map[string]interface {{}}{{{string.Join(", ", value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => $"{GoText.Quote(m.Name)}:{Of(m.Value)}"))}}}",
        JsonValueKind.Array => $"[]interface {{}}{{{string.Join(", ", value.EnumerateArray().Select(Of))}}}",
        JsonValueKind.String => GoText.Quote(value.GetString()),
        JsonValueKind.Null => "interface {}(nil)",
        _ => value.GetRawText(),
    };
}
