using ActorKube.Api.Errors;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.Core;

/// <summary>A value that a message shows as written here, where Kubernetes prints it in the syntax of Go.</summary>
internal sealed class Verbatim(string text)
{
    /// <summary><c>[]string{"a", "b"}</c></summary>
    public static Verbatim Strings(IReadOnlyList<string>? values) =>
        new(values is null ? "[]string(nil)" : $"[]string{{{string.Join(", ", values.Select(GoValue.Quote))}}}");

    /// <summary><c>map[string]string{"a":"b"}</c></summary>
    public static Verbatim Map(IReadOnlyDictionary<string, string>? values) => new(values is null
        ? "map[string]string(nil)"
        : $"map[string]string{{{string.Join(", ", values.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{GoValue.Quote(e.Key)}:{GoValue.Quote(e.Value)}"))}}}");

    /// <summary>A quantity that nobody asked for its text yet.</summary>
    public static Verbatim Amount(Quantity value) => new(
        $"resource.Quantity{{i:resource.int64Amount{{value:{value.Mantissa}, scale:{value.Exponent}}}, d:resource.infDecAmount{{Dec:(*inf.Dec)(nil)}}, s:\"\", Format:\"{value.Format}\"}}");

    public override string ToString() => text;
}
