namespace ActorKube.Api.Validation;

/// <summary>Names that programs and files use. Each check returns what is wrong, in the words of Kubernetes; nothing for a valid name.</summary>
public static class Identifiers
{
    private static readonly string CIdentifierError = SyntaxMessages.Pattern(
        "a valid C identifier must start with alphabetic character or '_', followed by a string of alphanumeric characters or '_'",
        "[A-Za-z_][A-Za-z0-9_]*", "my_name", "MY_NAME", "MyName");

    private static readonly string EnvVarError = SyntaxMessages.Pattern(
        "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit",
        "[-._a-zA-Z][-._a-zA-Z0-9]*", "my.env-name", "MY_ENV.NAME", "MyEnvName1");

    private static readonly string ConfigKeyError = SyntaxMessages.Pattern(
        "a valid config key must consist of alphanumeric characters, '-', '_' or '.'", "[-._a-zA-Z0-9]+", "key.name", "KEY_NAME", "key-name");

    private static readonly string HeaderError = SyntaxMessages.Pattern(
        "a valid HTTP header must consist of alphanumeric characters or '-'", "[-A-Za-z0-9]+", "X-Header-Name");

    private static readonly string PercentError = SyntaxMessages.Pattern(
        "a valid percent string must be a numeric string followed by an ending '%'", "[0-9]+%", "1%", "93%");

    public static IReadOnlyList<string> CIdentifier(string value) =>
        Characters.Only(value, Characters.Identifier) && !char.IsAsciiDigit(value[0]) ? [] : [CIdentifierError];

    /// <summary>The strict rule for names of environment variables.</summary>
    public static IReadOnlyList<string> EnvVarName(string value) => SyntaxMessages.Collect(
        Characters.Only(value, Characters.Qualified) && !char.IsAsciiDigit(value[0]) ? null : EnvVarError, DotDot(value));

    /// <summary>The relaxed rule for names of environment variables: printable ASCII without an equals sign.</summary>
    public static IReadOnlyList<string> RelaxedEnvVarName(string value) => SyntaxMessages.Collect(
        value.Length == 0 ? "environment variable name " + SyntaxMessages.Empty : null,
        value.All(c => c is >= ' ' and <= '~' and not '=')
            ? null : "a valid environment variable name must consist only of printable ASCII characters other than '='");

    /// <summary>A key of a ConfigMap or Secret.</summary>
    public static IReadOnlyList<string> ConfigMapKey(string value) => SyntaxMessages.Collect(
        SyntaxMessages.IsLonger(value, DnsNames.MaxSubdomainLength) ? SyntaxMessages.MaxLength(DnsNames.MaxSubdomainLength) : null,
        Characters.Only(value, Characters.Qualified) ? null : ConfigKeyError,
        DotDot(value));

    public static IReadOnlyList<string> HttpHeaderName(string value) => Characters.Only(value, Characters.HeaderName) ? [] : [HeaderError];

    /// <summary>Digits and a percent sign.</summary>
    public static IReadOnlyList<string> Percent(string value) =>
        value.Length > 1 && value[^1] == '%' && !value.AsSpan(0, value.Length - 1).ContainsAnyExceptInRange('0', '9') ? [] : [PercentError];

    /// <summary>A name that can be one segment of a URL's path.</summary>
    public static IReadOnlyList<string> PathSegment(string value) => value is "." or ".." ? [$"may not be '{value}'"] : PathSegmentPrefix(value);

    /// <summary>The beginning of a name that can be one segment of a URL's path.</summary>
    public static IReadOnlyList<string> PathSegmentPrefix(string value) => SyntaxMessages.Collect(
        value.Contains('/', StringComparison.Ordinal) ? "may not contain '/'" : null,
        value.Contains('%', StringComparison.Ordinal) ? "may not contain '%'" : null);

    private static string? DotDot(string value) => value switch
    {
        "." => "must not be '.'",
        ".." => "must not be '..'",
        _ when value.StartsWith("..", StringComparison.Ordinal) => "must not start with '..'",
        _ => null,
    };
}
