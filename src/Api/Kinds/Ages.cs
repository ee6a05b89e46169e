using System.Globalization;

namespace ActorKube.Api.Kinds;

/// <summary>Durations as kubectl shows them: two units at most, coarser as they grow.</summary>
public static class Ages
{
    public const string Unknown = "<unknown>";

    public static string Since(DateTimeOffset? time, DateTimeOffset now) => time is { } t ? Short(now - t) : Unknown;

    /// <summary>5s, 2m5s, 12m, 3h5m, 20h, 2d4h, 30d, 2y10d, 9y.</summary>
    public static string Short(TimeSpan duration)
    {
        var seconds = (long)Math.Floor(duration.TotalSeconds);
        if (seconds < -1)
        {
            return "<invalid>";
        }

        if (seconds < 0)
        {
            return "0s";
        }

        var (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86400);
        return seconds switch
        {
            < 2 * 60 => Text($"{seconds}s"),
            < 10 * 60 => Text($"{minutes}m") + Rest(seconds % 60, "s"),
            < 3 * 3600 => Text($"{minutes}m"),
            < 8 * 3600 => Text($"{hours}h") + Rest(minutes % 60, "m"),
            < 48 * 3600 => Text($"{hours}h"),
            < 8 * 86400 => Text($"{days}d") + Rest(hours % 24, "h"),
            < 2 * 365 * 86400 => Text($"{days}d"),
            < 8L * 365 * 86400 => Text($"{days / 365}y") + Rest(days % 365, "d"),
            _ => Text($"{days / 365}y"),
        };
    }

    private static string Rest(long amount, string unit) => amount == 0 ? "" : Text($"{amount}") + unit;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
