using System.Globalization;
using ActorKube.Api.Errors;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.Meta;

/// <summary>A value that a message shows in Go's syntax, where Kubernetes prints a typed value that has no text of its own.</summary>
internal sealed record GoText(string Text)
{
    /// <summary>What stands for the address of a value.</summary>
    private const string Address = "0xc000000000";

    public static string Quote(string? value) => GoValue.Quote(value ?? "");

    /// <summary>A slice of strings, of a named type or not: <c>[]string{"a", "b"}</c>.</summary>
    public static GoText List(string type, IEnumerable<string>? values) =>
        new(values is null ? $"[]{type}(nil)" : $"[]{type}{{{string.Join(", ", values.Select(Quote))}}}");

    /// <summary>A pointer to a value: <c>(*bool)(nil)</c> or its address.</summary>
    public static string Pointer(string type, object? value) => $"(*{type})({(value is null ? "nil" : Address)})";

    /// <summary>A record whose fields are all text, each under its name in Go: <c>core.EventSource{Component:"a", Host:""}</c>.</summary>
    public static GoText Record(string type, params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var parts = new string[fields.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = $"{fields[i].Name}:{Quote(fields[i].Value)}";
        }

        return new($"{type}{{{string.Join(", ", parts)}}}");
    }

    /// <summary>An amount with its parts: value times ten to the scale, as the text has them, and the text it came as.</summary>
    public static GoText Of(Quantity quantity)
    {
        var text = quantity.ToString();
        var digits = text.AsSpan().TrimEnd("numkMGTPEi");
        var suffix = text[digits.Length..] switch { "n" => -9, "u" => -6, "m" => -3, "k" => 3, "M" => 6, "G" => 9, "T" => 12, "P" => 15, "E" => 18, _ => 0 };
        var point = digits.IndexOf('.');
        var scale = point < 0 || text.EndsWith('i') ? suffix : suffix - (digits.Length - point - 1);
        return new(string.Create(CultureInfo.InvariantCulture, $"resource.Quantity{{i:resource.int64Amount{{value:{quantity.ScaledValue(scale)}, scale:{scale}}}, ")
            + $"d:resource.infDecAmount{{Dec:(*inf.Dec)(nil)}}, s:{Quote(text)}, Format:{Quote(quantity.Format.ToString())}}}");
    }

    public static GoText Of(IntOrString value) => new(value.IsString
        ? $"intstr.IntOrString{{Type:1, IntVal:0, StrVal:{Quote(value.Text)}}}"
        : $"intstr.IntOrString{{Type:0, IntVal:{value}, StrVal:\"\"}}");

    public static GoText Of(IReadOnlyDictionary<string, string>? map) => new(GoValue.Map(map));

    /// <summary>Times have a text of their own: <c>2001-02-03 04:05:06 +0000 UTC</c>.</summary>
    public static GoText Of(DateTimeOffset time) => new(time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss '+0000 UTC'", CultureInfo.InvariantCulture));

    public override string ToString() => Text;
}
