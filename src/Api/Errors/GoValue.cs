using System.Collections;
using System.Globalization;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.Errors;

/// <summary>Values as Kubernetes' messages show them: text in quotes, numbers bare, lists and objects as JSON.</summary>
internal static class GoValue
{
    public static string Format(object? value) => value switch
    {
        null => "null",
        string text => Quote(text),
        bool b => b ? "true" : "false",
        Quantity or IntOrString { IsString: true } => Quote(value.ToString()!),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, string> map => "{" + string.Join(",", map.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{Quote(e.Key)}:{Quote(e.Value)}")) + "}",
        IEnumerable list => "[" + string.Join(",", list.Cast<object?>().Select(Format)) + "]",
        _ => ObjectText.Of(value),
    };

    /// <summary>A Go string literal.</summary>
    public static string Quote(string text) => "\"" + text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal) + "\"";
}
