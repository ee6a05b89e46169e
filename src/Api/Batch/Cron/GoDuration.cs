using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ActorKube.Api.Batch;

/// <summary>Durations as Go writes them: <c>1h30m</c>, <c>1.5h</c>, <c>-2m</c>, <c>500ms</c>, <c>0</c>.</summary>
internal static class GoDuration
{
    private static readonly SearchValues<char> Digits = SearchValues.Create(".0123456789");

    /// <summary>Units with their length in seconds.</summary>
    private static readonly Dictionary<string, decimal> Units = new(StringComparer.Ordinal)
    {
        ["ns"] = 1e-9m,
        ["us"] = 1e-6m,
        ["µs"] = 1e-6m,
        ["μs"] = 1e-6m,
        ["ms"] = 1e-3m,
        ["s"] = 1,
        ["m"] = 60,
        ["h"] = 3600,
    };

    /// <summary>Longest duration that Go can hold, in seconds: 2^63 nanoseconds.</summary>
    private const decimal Longest = 9223372036.854775807m;

    /// <param name="error">The message that Go gives.</param>
    public static bool TryParse(string text, out TimeSpan duration, [NotNullWhen(false)] out string? error)
    {
        duration = TimeSpan.Zero;
        error = $"time: invalid duration \"{text}\"";
        var rest = text.AsSpan();
        var negative = rest is ['-', ..];
        rest = rest is ['-' or '+', ..] ? rest[1..] : rest;
        if (rest is "0")
        {
            error = null;
            return true;
        }

        if (rest.IsEmpty)
        {
            return false;
        }

        var seconds = 0m;
        while (!rest.IsEmpty)
        {
            if (!TakeNumber(ref rest, out var number))
            {
                return false;
            }

            var end = rest.IndexOfAny(Digits);
            var unit = (end < 0 ? rest : rest[..end]).ToString();
            if (!Units.TryGetValue(unit, out var length))
            {
                error = unit.Length == 0 ? $"time: missing unit in duration \"{text}\"" : $"time: unknown unit \"{unit}\" in duration \"{text}\"";
                return false;
            }

            rest = rest[unit.Length..];
            if (number > Longest / length || (seconds += number * length) > Longest)
            {
                return false;
            }
        }

        duration = TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)) * (negative ? -1 : 1);
        error = null;
        return true;
    }

    private static bool TakeNumber(ref ReadOnlySpan<char> rest, out decimal number)
    {
        var end = rest.IndexOfAnyExcept(Digits);
        var digits = end < 0 ? rest : rest[..end];
        rest = rest[digits.Length..];
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
