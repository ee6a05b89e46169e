using ActorKube.Api.Errors;

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

    public override string ToString() => Text;
}
