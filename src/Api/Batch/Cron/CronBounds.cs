using System.Globalization;

namespace ActorKube.Api.Batch;

/// <summary>The numbers that a field may hold, and names for them.</summary>
internal sealed record CronBounds(long Min, long Max, IReadOnlyList<string>? Names = null)
{
    public static readonly CronBounds Minutes = new(0, 59);
    public static readonly CronBounds Hours = new(0, 23);
    public static readonly CronBounds DaysOfMonth = new(1, 31);

    public static readonly CronBounds Months = new(
        1, 12, ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]);

    public static readonly CronBounds DaysOfWeek = new(0, 6, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]);

    /// <summary>The number, or the number of the name.</summary>
    /// <exception cref="FormatException">Neither.</exception>
    public long Value(string text)
    {
        for (var i = 0; i < Names?.Count; i++)
        {
            if (Names[i].Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return Min + i;
            }
        }

        return Number(text);
    }

    /// <summary>An integer of at least 0, read as Go's Atoi does.</summary>
    /// <exception cref="FormatException">The text is no such thing.</exception>
    public static long Number(string text)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            var digits = text.AsSpan(text.StartsWith('+') || text.StartsWith('-') ? 1 : 0);
            var reason = digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9') ? "invalid syntax" : "value out of range";
            throw new FormatException($"failed to parse int from {text}: strconv.Atoi: parsing \"{text}\": {reason}");
        }

        return number >= 0 ? number : throw new FormatException($"negative number ({number.ToString(CultureInfo.InvariantCulture)}) not allowed: {text}");
    }
}
