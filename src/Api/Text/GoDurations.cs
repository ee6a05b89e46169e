using System.Globalization;

namespace ActorKube.Api.Text;

/// <summary>Durations as Go prints them, which is how Kubernetes' messages have them.</summary>
public static class GoDurations
{
    /// <summary>Such as <c>10s</c>, <c>2m40s</c>, <c>1.5s</c>, <c>234ms</c>; three decimals at most.</summary>
    public static string Text(TimeSpan value) => value switch
    {
        { Ticks: 0 } => "0s",
        _ when value < TimeSpan.FromSeconds(1) => Number(Math.Round(value.TotalMilliseconds, 3)) + "ms",
        _ => (value.TotalHours >= 1 ? $"{(long)value.TotalHours}h" : "")
            + (value.TotalMinutes >= 1 ? $"{value.Minutes}m" : "")
            + Number(value.Seconds + (value.Milliseconds / 1000.0)) + "s",
    };

    /// <summary>Without what is below a millisecond.</summary>
    public static TimeSpan ToMilliseconds(TimeSpan value) => TimeSpan.FromMilliseconds((long)value.TotalMilliseconds);

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
