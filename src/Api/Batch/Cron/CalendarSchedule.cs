namespace ActorKube.Api.Batch;

/// <summary>
/// Five fields in a time zone. Around a change of the clocks: an hour that comes twice is served twice, one that is skipped is not
/// served, and a day whose midnight is skipped starts at its first minute.
/// </summary>
internal sealed class CalendarSchedule(
    CronField minutes, CronField hours, CronField daysOfMonth, CronField months, CronField daysOfWeek, TimeZoneInfo zone) : CronSchedule
{
    /// <summary>Leap days are at most eight years apart, but five is where the original stops looking.</summary>
    private const int YearsAhead = 5;

    public override DateTimeOffset? Next(DateTimeOffset after)
    {
        // The first whole second after the time.
        var time = Local(DateTimeOffset.FromUnixTimeSeconds(after.ToUnixTimeSeconds() + 1));
        for (var limit = time.Year + YearsAhead; time.Year <= limit;)
        {
            // Coarse to fine: what doesn't match moves to the start of the next month, day, hour or minute.
            if (!months.Matches(time.Month))
            {
                time = StartOf(new DateTime(time.Year, time.Month, 1).AddMonths(1));
            }
            else if (!MatchesDay(time))
            {
                time = StartOf(time.Date.AddDays(1));
            }
            else if (!hours.Matches(time.Hour))
            {
                time = Local(time.AddMinutes(60 - time.Minute).AddSeconds(-time.Second));
            }
            else if (!minutes.Matches(time.Minute) || time.Second > 0)
            {
                time = Local(time.AddSeconds(60 - time.Second));
            }
            else
            {
                return time.ToUniversalTime();
            }
        }

        return null;
    }

    /// <summary>
    /// A later time never has an earlier next one, so the last is found by halving: first back from the end in steps that double, until there is one, then between the last two steps.
    /// For a run a minute and a month in between that is one step.
    /// </summary>
    public override DateTimeOffset? Last(DateTimeOffset after, DateTimeOffset until)
    {
        if (!(Next(after) <= until))
        {
            return null;
        }

        var (from, to) = (after, until);
        for (var width = TimeSpan.FromMinutes(1); to > after; width *= 2)
        {
            var start = until - width > after ? until - width : after;
            if (Next(start) <= until)
            {
                from = start;
                break;
            }

            to = start;
        }

        var last = Next(from)!.Value;
        while (Next(last) <= until)
        {
            var middle = last + ((to - last) / 2);
            var next = Next(middle);
            (last, to) = next <= until ? (next.Value, to) : (Next(last)!.Value, middle);
        }

        return last;
    }

    /// <summary>When both days are given, either will do.</summary>
    private bool MatchesDay(DateTimeOffset time)
    {
        var (ofMonth, ofWeek) = (daysOfMonth.Matches(time.Day), daysOfWeek.Matches((int)time.DayOfWeek));
        return daysOfMonth.IsStar || daysOfWeek.IsStar ? ofMonth && ofWeek : ofMonth || ofWeek;
    }

    private DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, zone);

    /// <summary>
    /// The first moment of a day. A midnight that is skipped is read by the clock before the change, which makes it the moment of the
    /// change; of one that comes twice it is the first.
    /// </summary>
    private DateTimeOffset StartOf(DateTime date) => Local(new DateTimeOffset(
        date, zone.IsAmbiguousTime(date) ? zone.GetAmbiguousTimeOffsets(date).Max() : zone.GetUtcOffset(date)));
}
