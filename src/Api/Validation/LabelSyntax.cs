namespace ActorKube.Api.Validation;

/// <summary>Keys and values of labels, keys of annotations. Each check returns what is wrong; nothing for a valid text.</summary>
public static class LabelSyntax
{
    public const int MaxLength = 63;

    private const string NamePattern = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private const string Rule = "consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";

    private static readonly string NameError = SyntaxMessages.Pattern("must " + Rule, NamePattern, "MyName", "my.name", "123-abc");

    private static readonly string ValueError =
        SyntaxMessages.Pattern("a valid label must be an empty string or " + Rule, $"({NamePattern})?", "MyValue", "my_value", "12345");

    /// <summary>A qualified name: a name of at most 63 characters, after an optional subdomain and a slash.</summary>
    public static IReadOnlyList<string> QualifiedName(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return Name(value);
        }

        var (prefix, name) = (value[..slash], value[(slash + 1)..]);
        if (name.Contains('/', StringComparison.Ordinal))
        {
            return [$"a qualified name {NameError} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"];
        }

        IReadOnlyList<string> wrong = prefix.Length == 0 ? [SyntaxMessages.Empty] : DnsNames.Subdomain(prefix);
        return wrong.Count == 0 ? Name(name) : [.. wrong.Select(e => "prefix part " + e), .. Name(name)];
    }

    /// <summary>The value of a label.</summary>
    public static IReadOnlyList<string> Value(string value) => SyntaxMessages.Collect(
        SyntaxMessages.IsLonger(value, MaxLength) ? SyntaxMessages.MaxLength(MaxLength) : null,
        value.Length == 0 || IsName(value) ? null : ValueError);

    private static IReadOnlyList<string> Name(string name) => SyntaxMessages.Collect(
        name.Length == 0 ? "name part " + SyntaxMessages.Empty
        : SyntaxMessages.IsLonger(name, MaxLength) ? "name part " + SyntaxMessages.MaxLength(MaxLength) : null,
        IsName(name) ? null : "name part " + NameError);

    private static bool IsName(string name) => Characters.Enclosed(name, Characters.Qualified);
}
