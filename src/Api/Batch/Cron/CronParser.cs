namespace ActorKube.Api.Batch;

/// <summary>Reads the text of a schedule.</summary>
internal static class CronParser
{
    private const int FieldCount = 5;

    /// <exception cref="FormatException">The text is no schedule.</exception>
    public static CronSchedule Parse(string text, TimeZoneInfo zone)
    {
        if (text.Length == 0)
        {
            throw new FormatException("empty spec string");
        }

        if (text.StartsWith("TZ=", StringComparison.Ordinal) || text.StartsWith("CRON_TZ=", StringComparison.Ordinal))
        {
            (text, zone) = TakeZone(text);
        }

        return text.StartsWith('@') ? Descriptor(text, zone) : Fields(text, zone);
    }

    private static CalendarSchedule Fields(string text, TimeZoneInfo zone)
    {
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != FieldCount)
        {
            throw new FormatException($"expected exactly {FieldCount} fields, found {fields.Length}: [{string.Join(' ', fields)}]");
        }

        return new(
            CronField.Parse(fields[0], CronBounds.Minutes),
            CronField.Parse(fields[1], CronBounds.Hours),
            CronField.Parse(fields[2], CronBounds.DaysOfMonth),
            CronField.Parse(fields[3], CronBounds.Months),
            CronField.Parse(fields[4], CronBounds.DaysOfWeek),
            zone);
    }

    private static CronSchedule Descriptor(string text, TimeZoneInfo zone)
    {
        const string Every = "@every ";
        return text switch
        {
            "@yearly" or "@annually" => Fields("0 0 1 1 *", zone),
            "@monthly" => Fields("0 0 1 * *", zone),
            "@weekly" => Fields("0 0 * * 0", zone),
            "@daily" or "@midnight" => Fields("0 0 * * *", zone),
            "@hourly" => Fields("0 * * * *", zone),
            _ when text.StartsWith(Every, StringComparison.Ordinal) =>
                GoDuration.TryParse(text[Every.Length..], out var interval, out var error)
                    ? new IntervalSchedule(interval)
                    : throw new FormatException($"failed to parse duration {text}: {error}"),
            _ => throw new FormatException($"unrecognized descriptor: {text}"),
        };
    }

    private static (string Text, TimeZoneInfo Zone) TakeZone(string text)
    {
        var (equals, space) = (text.IndexOf('=', StringComparison.Ordinal), text.IndexOf(' ', StringComparison.Ordinal));
        var name = space < 0 ? text[(equals + 1)..] : text[(equals + 1)..space];
        return TimeZones.TryFind(name, out var zone, out var error)
            ? (space < 0 ? "" : text[space..].Trim(), zone)
            : throw new FormatException($"provided bad location {name}: {error}");
    }
}
