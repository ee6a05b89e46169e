using System.Text;

namespace ActorKube.Api.Validation;

/// <summary>The wording of syntax errors. Clients match on these texts, so they are those of Kubernetes.</summary>
public static class SyntaxMessages
{
    public const string Empty = "must be non-empty";

    public static string MaxLength(int length) => $"must be no more than {length} characters";

    public static string Range(long min, long max) => $"must be between {min} and {max}, inclusive";

    /// <summary>Kubernetes puts two spaces between examples.</summary>
    public static string Pattern(string rule, string pattern, params ReadOnlySpan<string> examples) => examples.IsEmpty
        ? $"{rule} (regex used for validation is '{pattern}')"
        : $"{rule} (e.g. '{string.Join("',  or '", examples)}', regex used for validation is '{pattern}')";

    /// <summary>Length limits count bytes of UTF-8.</summary>
    internal static bool IsLonger(string value, int limit) => value.Length > limit || Encoding.UTF8.GetByteCount(value) > limit;

    /// <summary>The messages that are not null.</summary>
    internal static IReadOnlyList<string> Collect(string? first, string? second, string? third = null)
    {
        if (first is null && second is null && third is null)
        {
            return [];
        }

        List<string> errors = [];
        foreach (var error in (ReadOnlySpan<string?>)[first, second, third])
        {
            if (error is not null)
            {
                errors.Add(error);
            }
        }

        return errors;
    }
}
