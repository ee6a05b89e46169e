using System.Globalization;
using System.Text;

namespace ActorKube.Server.Requests;

/// <summary>Bodies as error messages show them.</summary>
internal static class GoJson
{
    private const int ExcerptLength = 30;

    /// <summary>The beginning of a body as the message shows it: text, or hexadecimal digits where it doesn't look like an object.</summary>
    public static string Excerpt(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            return "<empty>";
        }

        var cut = json[..Math.Min(json.Length, ExcerptLength)];
        var text = json[0] == (byte)'{' ? Encoding.UTF8.GetString(cut) : Convert.ToHexStringLower(cut);
        return json.Length > ExcerptLength ? string.Create(CultureInfo.InvariantCulture, $"{text} ...") : text;
    }
}
