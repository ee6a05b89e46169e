namespace ActorKube.Api.Text;

/// <summary>
/// Base64 as Go's decoder reads it: line ends are passed over, bits left over at the end are not looked at, and an error tells where it is.
/// </summary>
public static class GoBase64
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>RFC 4648, section 4, with padding.</summary>
    /// <param name="badAt">Where the text stops being base64, counted from 0; -1 where it doesn't.</param>
    public static bool TryDecode(string text, out byte[] bytes, out int badAt) => TryDecode(text, Letters + "+/", isPadded: true, out bytes, out badAt);

    /// <summary>RFC 4648, section 5, without padding.</summary>
    /// <inheritdoc cref="TryDecode(string, out byte[], out int)" path="/param"/>
    public static bool TryDecodeUrl(string text, out byte[] bytes, out int badAt) => TryDecode(text, Letters + "-_", isPadded: false, out bytes, out badAt);

    private static bool TryDecode(string text, string alphabet, bool isPadded, out byte[] bytes, out int badAt)
    {
        var decoded = new List<byte>((text.Length * 3 / 4) + 3);
        var (bits, letters, ended) = (0, 0, !isPadded);
        (bytes, badAt) = ([], -1);
        for (var i = SkipLineEnds(text, 0); i < text.Length; i = SkipLineEnds(text, i + 1))
        {
            var value = alphabet.IndexOf(text[i], StringComparison.Ordinal);
            if (value < 0)
            {
                badAt = isPadded && text[i] == '=' && letters >= 2 ? AfterPadding(text, i, letters) : i;
                ended = true;
                break;
            }

            bits = (bits << 6) | value;
            if (++letters == 4)
            {
                decoded.AddRange([(byte)(bits >> 16), (byte)(bits >> 8), (byte)bits]);
                (bits, letters) = (0, 0);
            }
        }

        if (badAt < 0 && (letters == 1 || (letters > 1 && !ended)))
        {
            badAt = text.Length - letters;
        }

        if (badAt >= 0)
        {
            return false;
        }

        // Two letters are one byte, three are two.
        decoded.AddRange(letters switch { 2 => [(byte)(bits >> 4)], 3 => [(byte)(bits >> 10), (byte)(bits >> 2)], _ => (byte[])[] });
        bytes = [.. decoded];
        return true;
    }

    /// <summary>Checks that all padding is there and that nothing follows.</summary>
    /// <returns>Where it is wrong; -1 if it is right.</returns>
    private static int AfterPadding(string text, int start, int letters)
    {
        var next = SkipLineEnds(text, start + 1);
        if (letters == 2)
        {
            if (next == text.Length || text[next] != '=')
            {
                return next == text.Length ? next : next - 1;
            }

            next = SkipLineEnds(text, next + 1);
        }

        return next == text.Length ? -1 : next;
    }

    private static int SkipLineEnds(string text, int at)
    {
        while (at < text.Length && text[at] is '\r' or '\n')
        {
            at++;
        }

        return at;
    }
}
