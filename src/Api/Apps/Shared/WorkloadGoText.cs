using System.Globalization;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.Apps;

/// <summary>Values of workloads in Go's syntax, as messages show them.</summary>
internal static class WorkloadGoText
{
    /// <summary>An absent selector is the text <c>"null"</c>.</summary>
    public static object Of(LabelSelector? selector) => SelectorGoText.Of(selector) ?? (object)"null";

    public static GoText Of(IReadOnlyDictionary<string, string>? map) => new(map is null
        ? "map[string]string(nil)"
        : "map[string]string{" + string.Join(", ", map
            .OrderBy(e => e.Key, StringComparer.Ordinal)
            .Select(e => $"{GoText.Quote(e.Key)}:{GoText.Quote(e.Value)}")) + "}");

    public static GoText Of(IntOrString value) => new(value.IsString
        ? $"intstr.IntOrString{{Type:1, IntVal:0, StrVal:{GoText.Quote(value.Text)}}}"
        : $"intstr.IntOrString{{Type:0, IntVal:{value}, StrVal:\"\"}}");

    public static GoText Of(IReadOnlyList<int>? values) => new(values is null ? "[]int32(nil)" : $"[]int32{{{string.Join(", ", values)}}}");

    /// <summary>Times have a text of their own: <c>2001-02-03 04:05:06 +0000 UTC</c>.</summary>
    public static GoText Of(DateTimeOffset time) => new(time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss '+0000 UTC'", CultureInfo.InvariantCulture));

    /// <summary>A slice of structures.</summary>
    public static string Items<T>(string type, IReadOnlyList<T>? items, Func<T, string> item) =>
        items is null ? $"[]{type}(nil)" : $"[]{type}{{{string.Join(", ", items.Select(item))}}}";
}
