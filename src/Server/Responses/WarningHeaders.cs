using System.Text;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Responses;

/// <summary>
/// Warnings for a client's user, as headers of RFC 7234, section 5.5, with code 299: each text once, and all together no longer than
/// clients accept as headers.
/// </summary>
internal static class WarningHeaders
{
    public const string Name = "Warning";

    // Characters. Above the first, every text is cut to the second, and texts beyond the first are left out, as in Kubernetes.
    private const int MaxTotal = 4 * 1024;
    private const int MaxWhenCut = 256;

    private static readonly object Key = new();

    public static void Add(HttpContext http, IReadOnlyList<string> warnings)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        var all = http.Items.TryGetValue(Key, out var earlier) ? (OrderedSet)earlier! : new OrderedSet();
        http.Items[Key] = all;
        foreach (var warning in warnings)
        {
            all.Add(warning);
        }

        http.Response.Headers[Name] = Bounded(all.Items).Select(Header).ToArray();
    }

    private static IEnumerable<string> Bounded(IReadOnlyList<string> texts)
    {
        var cut = texts.Sum(t => (long)t.Length) > MaxTotal;
        var total = 0;
        foreach (var text in texts)
        {
            var shown = cut && text.Length > MaxWhenCut ? Cut(text) : text;
            total += shown.Length;
            yield return shown;
            if (total >= MaxTotal)
            {
                yield break;
            }
        }
    }

    /// <summary>Not through the middle of a character.</summary>
    private static string Cut(string text) => text[..(char.IsHighSurrogate(text[MaxWhenCut - 1]) ? MaxWhenCut - 1 : MaxWhenCut)];

    private static string Header(string text)
    {
        var header = new StringBuilder("299 - \"", text.Length + 8);
        foreach (var c in text)
        {
            _ = c is '"' or '\\' ? header.Append('\\').Append(c) : header.Append(char.IsControl(c) ? ' ' : c);
        }

        return header.Append('"').ToString();
    }

    private sealed class OrderedSet
    {
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private readonly List<string> _items = [];

        public IReadOnlyList<string> Items => _items;

        public void Add(string item)
        {
            if (_seen.Add(item))
            {
                _items.Add(item);
            }
        }
    }
}
