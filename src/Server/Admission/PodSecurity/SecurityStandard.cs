using System.Globalization;

namespace ActorKube.Server.Admission.PodSecurity;

/// <summary>A level as one minor version of Kubernetes has defined it.</summary>
/// <param name="Minor">Null for the newest.</param>
public readonly record struct SecurityStandard(SecurityLevel Level, int? Minor)
{
    private const string Latest = "latest";

    public static SecurityStandard None { get; } = new(SecurityLevel.Privileged, null);

    /// <summary>As in <c>baseline:v1.30</c>.</summary>
    public override string ToString() => $"{NameOf(Level)}:{(Minor is { } minor ? string.Create(CultureInfo.InvariantCulture, $"v1.{minor}") : Latest)}";

    public static bool TryParseLevel(string text, out SecurityLevel level)
    {
        foreach (var candidate in Enum.GetValues<SecurityLevel>())
        {
            if (text == NameOf(candidate))
            {
                level = candidate;
                return true;
            }
        }

        level = SecurityLevel.Restricted;
        return false;
    }

    /// <summary><c>latest</c> or <c>v1.N</c>, without zeros in front.</summary>
    public static bool TryParseVersion(string text, out int? minor)
    {
        minor = null;
        if (text == Latest)
        {
            return true;
        }

        var digits = text.StartsWith("v1.", StringComparison.Ordinal) ? text[3..] : "";
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || (digits.Length > 1 && digits[0] == '0'))
        {
            return false;
        }

        minor = number;
        return true;
    }

    private static string NameOf(SecurityLevel level) => level switch
    {
        SecurityLevel.Privileged => "privileged",
        SecurityLevel.Baseline => "baseline",
        _ => "restricted",
    };
}
