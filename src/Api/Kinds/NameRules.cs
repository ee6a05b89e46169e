using ActorKube.Api.Validation;

namespace ActorKube.Api.Kinds;

/// <summary>The rules that names of objects follow. A prefix (generateName) may end in a dash: its last character is checked as a letter.</summary>
public static class NameRules
{
    public static IReadOnlyList<string> Subdomain(string name, bool prefix) => DnsNames.Subdomain(Unmasked(name, prefix));

    public static IReadOnlyList<string> Label(string name, bool prefix) => DnsNames.Label(Unmasked(name, prefix));

    public static IReadOnlyList<string> Label1035(string name, bool prefix) => DnsNames.Label1035(Unmasked(name, prefix));

    public static IReadOnlyList<string> PathSegment(string name, bool prefix) =>
        prefix ? Identifiers.PathSegmentPrefix(name) : Identifiers.PathSegment(name);

    private static string Unmasked(string name, bool prefix) => prefix && name.Length > 1 && name[^1] == '-' ? name[..^2] + "a" : name;
}
