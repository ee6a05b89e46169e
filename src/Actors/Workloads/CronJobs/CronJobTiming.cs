using ActorKube.Api.Batch;

namespace ActorKube.Actors.Workloads.CronJobs;

/// <summary>When a CronJob is due. A schedule that can't be used has a warning instead.</summary>
/// <param name="Due">The latest time that has passed and was not served; null for none. Of many that were missed only the last counts.</param>
/// <param name="Next">The first time to come.</param>
/// <param name="Missed">About how many times have passed unserved.</param>
internal sealed record CronJobTiming(DateTimeOffset? Due = null, DateTimeOffset? Next = null, long Missed = 0)
{
    /// <summary>More than these are worth a warning, and nothing else: the last is served and it goes on.</summary>
    public const int Many = 100;

    /// <summary>Reason and message of the warning; null if the schedule is good.</summary>
    public (string Reason, string Message)? Fault { get; init; }

    public static CronJobTiming Of(CronJob cron, DateTimeOffset now)
    {
        var (text, zone) = (cron.Spec.Schedule, TimeZoneInfo.Utc);
        if (cron.Spec.TimeZone is { } name && !TimeZones.TryFind(name, out zone, out var unknown))
        {
            return Bad("UnknownTimeZone", $"invalid timeZone: \"{name}\": {unknown}");
        }

        if (!CronSchedule.TryParse(text, zone, out var schedule, out var error))
        {
            return Bad("UnparseableSchedule", $"unparseable schedule: \"{text}\" : {error}");
        }

        var served = cron.Status.LastScheduleTime ?? cron.Metadata.CreationTimestamp ?? now;
        if (schedule.Next(served) is not { } first)
        {
            return Bad("InvalidSchedule", $"invalid schedule: {text} : time difference between two schedules is less than 1 second");
        }

        // What came before the starting deadline is lost, but the times of an interval still count from the last one served.
        var deadline = cron.Spec.StartingDeadlineSeconds is { } seconds ? now - TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue)) : served;
        var last = schedule.Last(served, now);
        return new CronJobTiming(last > deadline ? last : null, schedule.Next(last ?? served), Count(schedule, deadline > served ? deadline : served, first, now));
    }

    /// <summary>As many as fit in, if all came as regularly as the first two: exact for most schedules, and good enough for a warning.</summary>
    private static long Count(CronSchedule schedule, DateTimeOffset from, DateTimeOffset first, DateTimeOffset now)
    {
        first = from < first ? first : schedule.Next(from) ?? DateTimeOffset.MaxValue;
        return first > now ? 0 : schedule.Next(first) is { } second ? (long)((now - first) / (second - first)) + 1 : 1;
    }

    private static CronJobTiming Bad(string reason, string message) => new() { Fault = (reason, message) };
}
