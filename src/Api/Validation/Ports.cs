namespace ActorKube.Api.Validation;

/// <summary>Ports and ids. Each check returns what is wrong, in the words of Kubernetes; nothing for a valid value.</summary>
public static class Ports
{
    public static IReadOnlyList<string> Number(long port) => InRange(port, 1, 65535);

    public static IReadOnlyList<string> UserId(long id) => InRange(id, 0, int.MaxValue);

    public static IReadOnlyList<string> GroupId(long id) => InRange(id, 0, int.MaxValue);

    public static IReadOnlyList<string> InRange(long value, long min, long max) => value >= min && value <= max ? [] : [SyntaxMessages.Range(min, max)];

    /// <summary>The name of a port: at most 15 of a-z, 0-9 and hyphens, with a letter, and hyphens only between others.</summary>
    public static IReadOnlyList<string> Name(string name)
    {
        if (name.Length <= 15 && DnsNames.IsLabel(name) && name.Any(char.IsAsciiLetterLower) && !name.Contains("--", StringComparison.Ordinal))
        {
            return [];
        }

        List<string> errors = [];
        AddIf(SyntaxMessages.IsLonger(name, 15), SyntaxMessages.MaxLength(15));
        AddIf(!Characters.Only(name, Characters.DnsLabel), "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        AddIf(!name.Any(char.IsAsciiLetterLower), "must contain at least one letter (a-z)");
        AddIf(name.Contains("--", StringComparison.Ordinal), "must not contain consecutive hyphens");
        AddIf(name.StartsWith('-') || name.EndsWith('-'), "must not begin or end with a hyphen");
        return errors;

        void AddIf(bool wrong, string message)
        {
            if (wrong)
            {
                errors.Add(message);
            }
        }
    }
}
