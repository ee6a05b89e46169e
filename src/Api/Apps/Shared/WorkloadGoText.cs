using ActorKube.Api.Meta;

namespace ActorKube.Api.Apps;

/// <summary>Values of workloads in Go's syntax, as messages show them.</summary>
internal static class WorkloadGoText
{
    /// <summary>An absent selector is the text <c>"null"</c>.</summary>
    public static object Of(LabelSelector? selector) => SelectorGoText.Of(selector) ?? (object)"null";

    public static GoText Of(IReadOnlyList<int>? values) => new(values is null ? "[]int32(nil)" : $"[]int32{{{string.Join(", ", values)}}}");

    /// <summary>A slice of structures.</summary>
    public static string Items<T>(string type, IReadOnlyList<T>? items, Func<T, string> item) =>
        items is null ? $"[]{type}(nil)" : $"[]{type}{{{string.Join(", ", items.Select(item))}}}";
}
