namespace ActorKube.Api.Validation;

/// <summary>Names of RFC 1123 and RFC 1035. Each check returns what is wrong, in the words of Kubernetes; nothing for a valid name.</summary>
public static class DnsNames
{
    public const int MaxLabelLength = 63;
    public const int MaxSubdomainLength = 253;

    private const string LabelPattern = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private const string SubdomainPattern = LabelPattern + "(\\." + LabelPattern + ")*";
    private const string Label1035Pattern = "[a-z]([-a-z0-9]*[a-z0-9])?";
    private const string Dns1123 = "must consist of lower case alphanumeric characters";
    private const string Ends = "and must start and end with an alphanumeric character";

    private static readonly string LabelError =
        SyntaxMessages.Pattern($"a lowercase RFC 1123 label {Dns1123} or '-', {Ends}", LabelPattern, "my-name", "123-abc");

    private static readonly string SubdomainError =
        SyntaxMessages.Pattern($"a lowercase RFC 1123 subdomain {Dns1123}, '-' or '.', {Ends}", SubdomainPattern, "example.com");

    // The published pattern is the one without the underscore.
    private static readonly string UnderscoreError =
        SyntaxMessages.Pattern($"a lowercase RFC 1123 subdomain {Dns1123}, '_', '-' or '.', {Ends}", SubdomainPattern, "example.com");

    private static readonly string Label1035Error = SyntaxMessages.Pattern(
        $"a DNS-1035 label {Dns1123} or '-', start with an alphabetic character, and end with an alphanumeric character",
        Label1035Pattern, "my-name", "abc-123");

    private static readonly string WildcardError = SyntaxMessages.Pattern(
        $"a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which {Dns1123}, '-' or '.' and end with an alphanumeric character",
        "\\*\\." + SubdomainPattern, "*.example.com");

    public static IReadOnlyList<string> Label(string value) => SyntaxMessages.Collect(
        TooLong(value, MaxLabelLength),
        IsLabel(value) ? null : IsSubdomain(value) ? "must not contain dots" : LabelError);

    public static IReadOnlyList<string> Label1035(string value) => SyntaxMessages.Collect(
        TooLong(value, MaxLabelLength),
        IsLabel(value) && char.IsAsciiLetterLower(value[0]) ? null : Label1035Error);

    public static IReadOnlyList<string> Subdomain(string value) =>
        SyntaxMessages.Collect(TooLong(value, MaxSubdomainLength), IsSubdomain(value) ? null : SubdomainError);

    public static IReadOnlyList<string> SubdomainWithUnderscore(string value) =>
        SyntaxMessages.Collect(TooLong(value, MaxSubdomainLength), EachLabel(value, IsUnderscoreLabel) ? null : UnderscoreError);

    public static IReadOnlyList<string> WildcardSubdomain(string value) => SyntaxMessages.Collect(
        TooLong(value, MaxSubdomainLength),
        value.StartsWith("*.", StringComparison.Ordinal) && IsSubdomain(value.AsSpan(2)) ? null : WildcardError);

    /// <summary>A domain of at least two labels; a final dot is allowed.</summary>
    public static IReadOnlyList<string> FullyQualifiedDomain(string value)
    {
        var name = value.EndsWith('.') ? value[..^1] : value;
        var errors = Subdomain(name);
        return errors.Count > 0 ? errors
            : !name.Contains('.', StringComparison.Ordinal) ? ["should be a domain with at least two segments separated by dots"]
            : [.. name.Split('.').SelectMany(Label)];
    }

    internal static bool IsLabel(ReadOnlySpan<char> value) => Characters.Enclosed(value, Characters.DnsLabel);

    internal static bool IsSubdomain(ReadOnlySpan<char> value) => EachLabel(value, IsLabel);

    private static bool IsUnderscoreLabel(ReadOnlySpan<char> value) =>
        Characters.Enclosed(value.Length > 0 && value[0] == '_' ? value[1..] : value, Characters.DnsLabelOrUnderscore);

    private static bool EachLabel(ReadOnlySpan<char> value, Func<ReadOnlySpan<char>, bool> valid)
    {
        foreach (var label in value.Split('.'))
        {
            if (!valid(value[label]))
            {
                return false;
            }
        }

        return true;
    }

    private static string? TooLong(string value, int limit) => SyntaxMessages.IsLonger(value, limit) ? SyntaxMessages.MaxLength(limit) : null;
}
