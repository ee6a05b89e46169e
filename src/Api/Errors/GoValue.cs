using System.Collections;
using System.Globalization;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.Errors;

/// <summary>Values as Kubernetes' messages show them: text in quotes, numbers bare, lists and maps of text in Go's syntax, objects as JSON.</summary>
internal static class GoValue
{
    public static string Format(object? value) => value switch
    {
        null => "null",
        string text => Quote(text),
        bool b => b ? "true" : "false",
        Quantity or IntOrString { IsString: true } => Quote(value.ToString()!),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, string> map => Map(map),
        IEnumerable<string> texts => $"[]string{{{string.Join(", ", texts.Select(Quote))}}}",
        IEnumerable list => "[" + string.Join(",", list.Cast<object?>().Select(Format)) + "]",
        _ => ObjectText.Of(value),
    };

    /// <summary>A map of texts, its keys in order; null is the map that was never made.</summary>
    public static string Map(IReadOnlyDictionary<string, string>? map) => map is null
        ? "map[string]string(nil)"
        : $"map[string]string{{{string.Join(", ", map.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{Quote(e.Key)}:{Quote(e.Value)}"))}}}";

    /// <summary>A Go string literal.</summary>
    public static string Quote(string text) => GoQuote.Text(text);
}
