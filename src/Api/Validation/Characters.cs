using System.Buffers;

namespace ActorKube.Api.Validation;

/// <summary>The character classes of names. All names are ASCII.</summary>
internal static class Characters
{
    public const string Lower = "abcdefghijklmnopqrstuvwxyz";
    public const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    public const string Digits = "0123456789";

    public static readonly SearchValues<char> LowerAlphanumeric = SearchValues.Create(Lower + Digits);
    public static readonly SearchValues<char> DnsLabel = SearchValues.Create(Lower + Digits + "-");
    public static readonly SearchValues<char> DnsLabelOrUnderscore = SearchValues.Create(Lower + Digits + "-_");
    public static readonly SearchValues<char> Qualified = SearchValues.Create(Lower + Upper + Digits + "-_.");
    public static readonly SearchValues<char> Identifier = SearchValues.Create(Lower + Upper + Digits + "_");
    public static readonly SearchValues<char> HeaderName = SearchValues.Create(Lower + Upper + Digits + "-");
    public static readonly SearchValues<char> HttpPath = SearchValues.Create(Lower + Upper + Digits + "/-._~%!$&'()*+,;=:");

    /// <summary>Not empty and nothing but these characters.</summary>
    public static bool Only(ReadOnlySpan<char> value, SearchValues<char> allowed) => value.Length > 0 && !value.ContainsAnyExcept(allowed);

    /// <summary>Nothing but these characters, with letters or digits at both ends.</summary>
    public static bool Enclosed(ReadOnlySpan<char> value, SearchValues<char> allowed) =>
        Only(value, allowed) && char.IsAsciiLetterOrDigit(value[0]) && char.IsAsciiLetterOrDigit(value[^1]);
}
