using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ActorKube.Server.Proxying.Pages;

/// <summary>The text of an HTML start tag.</summary>
internal static partial class Tag
{
    /// <summary>Attributes whose values are links.</summary>
    private static readonly FrozenSet<string> Links = new[]
    {
        "action", "background", "cite", "classid", "codebase", "data", "formaction", "href", "icon", "longdesc", "manifest", "poster", "profile", "src", "usemap",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>Length of the tag that a text begins with; 0 if its end isn't there. A bracket in a quoted value is no end.</summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '>')
            {
                return i + 1;
            }

            if (text[i] != '=')
            {
                continue;
            }

            var value = text[(i + 1)..].TrimStart();
            if (value is ['"' or '\'', ..])
            {
                var quoted = value[1..].IndexOf(value[0]);
                if (quoted < 0)
                {
                    return 0;
                }

                i = text.Length - value.Length + quoted + 1;
            }
        }

        return 0;
    }

    /// <summary>Of the element.</summary>
    public static string NameOf(string tag) => tag[1..tag.AsSpan().IndexOfAny(NameEnd)];

    /// <summary>With other links; all else stays as it is.</summary>
    public static string Rewrite(string tag, Func<string, string> rewrite) => Attribute().Replace(tag, match =>
    {
        if (!Links.Contains(match.Groups["name"].Value))
        {
            return match.Value;
        }

        var value = match.Groups["value"];
        var link = value.Value is ['"' or '\'', ..] quoted ? quoted[1..^1] : value.Value;
        var changed = rewrite(link);
        return changed == link ? match.Value : $"{tag.AsSpan(match.Index, value.Index - match.Index)}\"{changed.Replace("\"", "&quot;", StringComparison.Ordinal)}\"";
    });

    [GeneratedRegex("""(?<name>[^\s"'<>/=]+)\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s"'>][^\s>]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();
}
