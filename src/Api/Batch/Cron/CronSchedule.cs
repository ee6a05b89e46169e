using System.Diagnostics.CodeAnalysis;

namespace ActorKube.Api.Batch;

/// <summary>
/// When a CronJob runs. The text is five fields (minute, hour, day of month, month, day of week), a descriptor (<c>@hourly</c>) or an
/// interval (<c>@every 1h30m</c>), read as the standard parser of <c>robfig/cron</c> v3 reads it, which Kubernetes uses. Immutable.
/// </summary>
public abstract class CronSchedule
{
    /// <summary>Reads a schedule.</summary>
    /// <param name="zone">Time zone of its fields, UTC when null. A <c>TZ=</c> or <c>CRON_TZ=</c> in front of the text wins.</param>
    /// <exception cref="FormatException">The text is no schedule; the message is the one Kubernetes gives.</exception>
    public static CronSchedule Parse(string text, TimeZoneInfo? zone = null) =>
        TryParse(text, zone, out var schedule, out var error) ? schedule : throw new FormatException(error);

    /// <summary>As <see cref="Parse"/>, with the message instead of an exception.</summary>
    public static bool TryParse(
        string text, TimeZoneInfo? zone, [NotNullWhen(true)] out CronSchedule? schedule, [NotNullWhen(false)] out string? error)
    {
        try
        {
            (schedule, error) = (CronParser.Parse(text, zone ?? TimeZoneInfo.Utc), null);
            return true;
        }
        catch (FormatException e)
        {
            (schedule, error) = (null, e.Message);
            return false;
        }
    }

    /// <summary>The first time after <paramref name="after"/>, a whole second, in UTC. Null when there is none within five years.</summary>
    public abstract DateTimeOffset? Next(DateTimeOffset after);

    /// <summary>
    /// The last time after <paramref name="after"/> and not after <paramref name="until"/>; null when there is none. The cost does not depend on how many there are in between.
    /// </summary>
    public abstract DateTimeOffset? Last(DateTimeOffset after, DateTimeOffset until);
}
