using System.Globalization;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.Apps;

/// <summary>
/// A structure as Kubernetes' messages show it: Go's <c>%#v</c> of its internal type. Clients see these texts in 422 answers;
/// pointers are shown as addresses, for which any number will do.
/// </summary>
internal sealed record GoLiteral(string Text)
{
    private const string Address = "0xc000000000";

    /// <summary>An absent structure is the text <c>"null"</c>.</summary>
    public static object Of(LabelSelector? selector) => selector is null ? "null" : new GoLiteral(
        $"v1.LabelSelector{{MatchLabels:{Map(selector.MatchLabels)}, MatchExpressions:{List("v1.LabelSelectorRequirement", selector.MatchExpressions, Expression)}}}");

    public static GoLiteral Of(IReadOnlyDictionary<string, string>? map) => new(Map(map));

    public static GoLiteral Of(IntOrString value) => new(value.IsString
        ? $"intstr.IntOrString{{Type:1, IntVal:0, StrVal:{Quote(value.Text)}}}"
        : $"intstr.IntOrString{{Type:0, IntVal:{value}, StrVal:\"\"}}");

    public static GoLiteral Of(IEnumerable<int> values) => new($"[]int32{{{string.Join(", ", values)}}}");

    /// <summary>Times are shown by their own text: <c>2001-02-03 04:05:06 +0000 UTC</c>.</summary>
    public static GoLiteral Of(DateTimeOffset time) => new(time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss '+0000 UTC'", CultureInfo.InvariantCulture));

    /// <summary>A pointer to a structure.</summary>
    public static string Pointer(string type, object? value) => value is null ? $"(*{type})(nil)" : $"(*{type})({Address})";

    public static string Quote(string? text) => GoValue.Quote(text ?? "");

    public static string List<T>(string type, IReadOnlyList<T>? items, Func<T, string> item) =>
        items is null ? $"[]{type}(nil)" : $"[]{type}{{{string.Join(", ", items.Select(item))}}}";

    public override string ToString() => Text;

    private static string Map(IReadOnlyDictionary<string, string>? map) => map is null
        ? "map[string]string(nil)"
        : $"map[string]string{{{string.Join(", ", map.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{Quote(e.Key)}:{Quote(e.Value)}"))}}}";

    private static string Expression(LabelSelectorRequirement e) =>
        $"v1.LabelSelectorRequirement{{Key:{Quote(e.Key)}, Operator:{Quote(e.Operator)}, Values:{List("string", e.Values, Quote)}}}";
}
