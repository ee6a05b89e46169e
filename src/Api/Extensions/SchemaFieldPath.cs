using System.Diagnostics.CodeAnalysis;

namespace ActorKube.Api.Extensions;

/// <summary>Paths to fields of a schema: <c>.spec.size</c>, <c>.spec['a.b']</c>.</summary>
internal static class SchemaFieldPath
{
    public static bool TryFind(
        string text,
        SchemaNode root,
        bool allowBrackets,
        [NotNullWhen(true)] out List<string>? names,
        [NotNullWhen(true)] out SchemaNode? found,
        [NotNullWhen(false)] out string? error)
    {
        (names, found, error) = ([], root, null);
        for (var rest = text.AsSpan(); !rest.IsEmpty && error is null;)
        {
            error = Next(ref rest, allowBrackets, out var name) ?? Step(ref found, name);
            names.Add(name);
        }

        return error is null && names.Count > 0;
    }

    /// <summary>Takes one step from the text; returns what is wrong with it.</summary>
    private static string? Next(ref ReadOnlySpan<char> rest, bool allowBrackets, out string name)
    {
        name = "";
        switch (rest[0])
        {
            case '.':
                rest = rest[1..];
                var end = rest.IndexOfAny('.', '[', ']');
                name = (end < 0 ? rest : rest[..end]).ToString();
                rest = end < 0 ? [] : rest[end..];
                return name.Length == 0 ? "unexpected end of JSON path" : null;
            case '[' when !allowBrackets:
                return "array notation is not allowed";
            case '[':
                return Bracket(ref rest, out name);
            default:
                var stop = rest.IndexOfAny('.', '[', ']');
                return $"expected [ or . but got: {(stop > 0 ? rest[..stop] : stop == 0 ? rest[..1] : rest)}";
        }
    }

    private static string? Bracket(ref ReadOnlySpan<char> rest, out string name)
    {
        name = "";
        if (rest.Length < 2)
        {
            return "unexpected end of JSON path";
        }

        var close = rest[1..].IndexOf("']");
        if (rest[1] != '\'' || close < 1)
        {
            return $"expected single quoted string but got {rest[1..].ToString().TrimEnd(']')}";
        }

        name = rest.Slice(2, close - 1).ToString().Replace("\\'", "'", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        rest = rest[(close + 3)..];
        return null;
    }

    private static string? Step(ref SchemaNode? node, string name)
    {
        node = node switch
        {
            { Properties.Count: > 0 } => node.Properties.GetValueOrDefault(name),
            { Additional: { } additional } => additional,
            _ => null,
        };
        return node is null ? "does not refer to a valid field" : null;
    }
}
