using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ActorKube.Api.Batch;

/// <summary>Sets of completion indexes as a Job's status and its success policy write them: <c>1,3-5,7</c>, increasing.</summary>
public static class JobIndexes
{
    /// <summary>Reads a set, and counts it.</summary>
    /// <param name="completions">Every index is below it.</param>
    /// <param name="error">What is wrong, in the words of Kubernetes.</param>
    public static bool TryCount(string text, int completions, out int count, [NotNullWhen(false)] out string? error)
    {
        (count, error) = (0, null);
        long? previous = null;
        foreach (var part in Parts(text))
        {
            if (!TryInterval(part, completions, out var interval, out error))
            {
                count = 0;
                return false;
            }

            if (previous >= interval.First)
            {
                (count, error) = (0, NotIncreasing(previous.Value, interval.First));
                return false;
            }

            count += interval.Last - interval.First + 1;
            previous = interval.Last;
        }

        return true;
    }

    /// <summary>The intervals that can be read, in their order.</summary>
    public static IReadOnlyList<(int First, int Last)> Intervals(string text, int completions)
    {
        List<(int, int)> intervals = [];
        foreach (var part in Parts(text))
        {
            if (TryInterval(part, completions, out var interval, out _))
            {
                intervals.Add(interval);
            }
        }

        return intervals;
    }

    /// <summary>An index that is in both sets; null for none. Both are taken as increasing.</summary>
    public static int? Overlap(string left, string right, int completions)
    {
        var (a, b) = (Intervals(left, completions), Intervals(right, completions));
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (a[i].First <= b[j].Last && b[j].First <= a[i].Last)
            {
                return Math.Max(a[i].First, b[j].First);
            }

            _ = a[i].First <= b[j].First ? i++ : j++;
        }

        return null;
    }

    private static string[] Parts(string text) => text.Length == 0 ? [] : text.Split(',');

    private static bool TryInterval(string part, int completions, out (int First, int Last) interval, [NotNullWhen(false)] out string? error)
    {
        interval = default;
        var limits = part.Split('-');
        if (limits.Length > 2)
        {
            error = $"the fragment \"{part}\" violates the requirement that an index interval can have at most two parts separated by '-'";
            return false;
        }

        if (!TryIndex(limits[0], completions, out var first, out error) || !TryIndex(limits[^1], completions, out var last, out error))
        {
            return false;
        }

        if (limits.Length == 2 && first >= last)
        {
            error = NotIncreasing(first, last);
            return false;
        }

        interval = (first, last);
        return true;
    }

    private static bool TryIndex(string text, int completions, out int index, [NotNullWhen(false)] out string? error)
    {
        index = 0;
        error = !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? $"cannot convert string to integer for index: \"{text}\""
            : number >= completions ? $"too large index: \"{text}\""
            : null;
        index = error is null ? (int)number : 0;
        return error is null;
    }

    private static string NotIncreasing(long previous, long current) =>
        string.Create(CultureInfo.InvariantCulture, $"non-increasing order, previous: {previous}, current: {current}");
}
