using System.Text;

namespace ActorKube.Server.Proxying.Pages;

/// <summary>
/// Rewrites the links of an HTML page while it passes. Text is handed on as it comes; only a tag waits for its end. What is inside of comments, scripts, styles and the like is no tag.
/// The page's characters are its bytes, so that its encoding doesn't matter, as long as it has ASCII in it. Not thread-safe.
/// </summary>
internal sealed class PageLinks(Func<string, string> rewrite)
{
    /// <summary>In characters; what begins like a tag and doesn't end for so long is taken for text.</summary>
    private const int LongestTag = 64 << 10;

    private const string Comment = "<!--";
    private const string CommentEnd = "-->";

    private static readonly string[] TextElements = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

    private string _waiting = "";
    private string? _until;

    /// <summary>What can be handed on, now that this is known too.</summary>
    public string Push(string more)
    {
        var text = _waiting + more;
        var output = new StringBuilder(text.Length + 64);
        var at = 0;
        while (at < text.Length)
        {
            var end = _until is { } until ? text.IndexOf(until, at, StringComparison.OrdinalIgnoreCase) : text.IndexOf('<', at);
            if (end < 0)
            {
                // The beginning of what is looked for may be the end of what is here.
                end = _until is null ? text.Length : Math.Max(at, text.Length - _until.Length + 1);
                output.Append(text, at, end - at);
                at = end;
                break;
            }

            output.Append(text, at, end - at);
            at = end;
            if (_until is not null)
            {
                output.Append(text, at, _until.Length);
                at += _until.Length;
                _until = null;
            }
            else if (Take(text, at, output) is var length and > 0)
            {
                at += length;
            }
            else
            {
                break;
            }
        }

        _waiting = text[at..];
        return output.ToString();
    }

    /// <summary>What is left, when the page is over.</summary>
    public string End() => _waiting;

    /// <summary>Hands on what begins with a bracket.</summary>
    /// <returns>How much; 0 if its end isn't there yet.</returns>
    private int Take(string text, int at, StringBuilder output)
    {
        var rest = text.AsSpan(at);
        var isLong = rest.Length > LongestTag;
        if (rest.Length < Comment.Length && !isLong && Comment.AsSpan().StartsWith(rest))
        {
            return 0;
        }

        if (rest.StartsWith(Comment))
        {
            // Its dashes may be those of its end: <!-->.
            _until = CommentEnd;
            output.Append(Comment, 0, 2);
            return 2;
        }

        if (!char.IsAsciiLetter(rest[1]))
        {
            output.Append('<');
            return 1;
        }

        var length = Tag.LengthOf(rest);
        if (length == 0)
        {
            output.Append(isLong ? "<" : "");
            return isLong ? 1 : 0;
        }

        var tag = rest[..length].ToString();
        var name = Tag.NameOf(tag);
        _until = TextElements.Contains(name, StringComparer.OrdinalIgnoreCase) ? "</" + name : null;
        output.Append(Tag.Rewrite(tag, rewrite));
        return length;
    }
}
