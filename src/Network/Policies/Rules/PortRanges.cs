using System.Globalization;

namespace ActorKube.Network.Policies.Rules;

/// <summary>Port numbers as ranges in ascending order, none of which touches the next.</summary>
internal static class PortRanges
{
    /// <summary>As nft writes them: <c>80</c> or <c>80-90</c>.</summary>
    public static IReadOnlyList<string> Texts(IEnumerable<(int First, int Last)> ports)
    {
        var merged = new List<(int First, int Last)>();
        foreach (var range in ports.OrderBy(static r => r.First))
        {
            if (merged is [.., var last] && range.First <= last.Last + 1)
            {
                merged[^1] = (last.First, Math.Max(last.Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        return [.. merged.Select(static r => r.First == r.Last ? Text($"{r.First}") : Text($"{r.First}-{r.Last}"))];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
