using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>A URL split into parts, as leniently as Go splits it.</summary>
internal sealed record WebhookUrl(string Scheme, string? User, string Host, string Query, string Fragment)
{
    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    public static bool TryParse(string text, [NotNullWhen(true)] out WebhookUrl? url, [NotNullWhen(false)] out string? error)
    {
        url = null;
        error = Problem(text);
        if (error is not null)
        {
            error = $"parse \"{text}\": {error}";
            return false;
        }

        var (rest, fragment) = Cut(text, '#');
        (rest, var query) = Cut(rest, '?');
        var colon = SchemeLength(rest);
        var scheme = colon > 0 ? rest[..colon].ToLowerInvariant() : "";
        rest = colon > 0 ? rest[(colon + 1)..] : rest;
        var authority = rest.StartsWith("//", StringComparison.Ordinal) ? Cut(rest[2..], '/').Before : "";
        var at = authority.LastIndexOf('@');
        url = new WebhookUrl(scheme, at < 0 ? null : authority[..at], authority[(at + 1)..], query, fragment);
        return true;
    }

    private static string? Problem(string text) => text switch
    {
        _ when text.Any(char.IsControl) => "net/url: invalid control character in URL",
        [':', ..] => "missing protocol scheme",
        _ when BadEscape(text) is { } escape => $"invalid URL escape \"{escape}\"",
        _ => null,
    };

    private static string? BadEscape(string text)
    {
        for (var i = text.IndexOf('%', StringComparison.Ordinal); i >= 0; i = text.IndexOf('%', i + 1))
        {
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                return text[i..Math.Min(i + 3, text.Length)];
            }
        }

        return null;
    }

    /// <summary>Length of the scheme before a colon; 0 for none.</summary>
    private static int SchemeLength(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(text[0]) && text.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0 ? colon : 0;
    }

    private static (string Before, string After) Cut(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }
}
