using System.Globalization;
using ActorKube.Api.Batch;

namespace ActorKube.Api.Tests.Batch;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("", "empty spec string")]
    [InlineData("x", "expected exactly 5 fields, found 1: [x]")]
    [InlineData("* * * * * *", "expected exactly 5 fields, found 6: [* * * * * *]")]
    [InlineData(" @hourly", "expected exactly 5 fields, found 1: [@hourly]")]
    [InlineData("60 * * * *", "end of range (60) above maximum (59): 60")]
    [InlineData("* * 0 * *", "beginning of range (0) below minimum (1): 0")]
    [InlineData("* * * * 7", "end of range (7) above maximum (6): 7")]
    [InlineData("* 5-3 * * *", "beginning of range (5) beyond end of range (3): 5-3")]
    [InlineData("*/0 * * * *", "step of range should be a positive number: */0")]
    [InlineData("1-2-3 * * * *", "too many hyphens: 1-2-3")]
    [InlineData("1/2/3 * * * *", "too many slashes: 1/2/3")]
    [InlineData("a * * * *", "failed to parse int from a: strconv.Atoi: parsing \"a\": invalid syntax")]
    [InlineData("99999999999999999999 * * * *", "failed to parse int from 99999999999999999999: strconv.Atoi: parsing \"99999999999999999999\": value out of range")]
    [InlineData("*/-1 * * * *", "negative number (-1) not allowed: -1")]
    [InlineData("@weekend", "unrecognized descriptor: @weekend")]
    [InlineData("@every 1d", "failed to parse duration @every 1d: time: unknown unit \"d\" in duration \"1d\"")]
    [InlineData("@every 10", "failed to parse duration @every 10: time: missing unit in duration \"10\"")]
    [InlineData("@every x", "failed to parse duration @every x: time: invalid duration \"x\"")]
    [InlineData("TZ=Mars/Base 0 * * * *", "provided bad location Mars/Base: unknown time zone Mars/Base")]
    [InlineData("TZ=UTC", "expected exactly 5 fields, found 0: []")]
    public void Parse_Mistake_IsNamed(string text, string error) => Assert.Equal(error, Assert.Throws<FormatException>(() => CronSchedule.Parse(text)).Message);

    [Theory]
    [InlineData("*/5 * * * *", "2001-02-03T04:05:06Z", "2001-02-03T04:10:00Z")]
    [InlineData("5 4 * * *", "2001-02-03T04:05:00Z", "2001-02-04T04:05:00Z")]
    [InlineData("5 4 * * *", "2001-02-03T04:04:59.9Z", "2001-02-03T04:05:00Z")]
    [InlineData("0 0 1 1 *", "2001-02-03T04:05:06Z", "2002-01-01T00:00:00Z")]
    [InlineData("0 0 29 2 *", "2001-02-03T04:05:06Z", "2004-02-29T00:00:00Z")]
    [InlineData("0 0 29 feb *", "2096-03-01T00:00:00Z", null)]
    [InlineData("0 0 31 4 *", "2001-02-03T04:05:06Z", null)]
    [InlineData("0 0 13 * fri", "2001-02-03T04:05:06Z", "2001-02-09T00:00:00Z")]
    [InlineData("0 0 * * mon-fri", "2001-02-03T04:05:06Z", "2001-02-05T00:00:00Z")]
    [InlineData("0 0 */2 * 1", "2001-02-05T00:00:00Z", "2001-02-07T00:00:00Z")]
    [InlineData("0 0 ? * SUN", "2001-02-03T04:05:06Z", "2001-02-04T00:00:00Z")]
    [InlineData("10/20 3,5 * * *", "2001-02-03T03:50:01Z", "2001-02-03T05:10:00Z")]
    [InlineData("10-30/20 * * * *", "2001-02-03T03:15:00Z", "2001-02-03T03:30:00Z")]
    [InlineData("59 23 31 12 *", "2001-12-31T23:59:00Z", "2002-12-31T23:59:00Z")]
    [InlineData("@yearly", "2001-02-03T04:05:06Z", "2002-01-01T00:00:00Z")]
    [InlineData("@monthly", "2001-02-03T04:05:06Z", "2001-03-01T00:00:00Z")]
    [InlineData("@weekly", "2001-02-03T04:05:06Z", "2001-02-04T00:00:00Z")]
    [InlineData("@daily", "2001-02-03T04:05:06Z", "2001-02-04T00:00:00Z")]
    [InlineData("@hourly", "2001-02-03T04:05:06Z", "2001-02-03T05:00:00Z")]
    [InlineData("@every 1h30m", "2001-02-03T04:05:06.7Z", "2001-02-03T05:35:06Z")]
    [InlineData("@every 1.5s", "2001-02-03T04:05:06Z", "2001-02-03T04:05:07Z")]
    [InlineData("@every 10ms", "2001-02-03T04:05:06Z", "2001-02-03T04:05:07Z")]
    [InlineData("TZ=Asia/Tokyo 0 9 * * *", "2001-02-03T04:05:06Z", "2001-02-04T00:00:00Z")]
    [InlineData("CRON_TZ=Asia/Tokyo @daily", "2001-02-03T04:05:06Z", "2001-02-03T15:00:00Z")]
    public void Next_Time_IsTheFirstAfterwards(string text, string after, string? next) =>
        Assert.Equal(next is null ? null : Time(next), CronSchedule.Parse(text).Next(Time(after)));

    /// <summary>Clocks go forward from 02:00 to 03:00 on 2024-03-31 and back from 03:00 to 02:00 on 2024-10-27.</summary>
    [Theory]
    [InlineData("Europe/Berlin", "30 2 * * *", "2024-03-30T12:00:00Z", "2024-04-01T00:30:00Z")]
    [InlineData("Europe/Berlin", "30 * * * *", "2024-03-31T00:30:00Z", "2024-03-31T01:30:00Z")]
    [InlineData("Europe/Berlin", "30 2 * * *", "2024-10-26T12:00:00Z", "2024-10-27T00:30:00Z")]
    [InlineData("Europe/Berlin", "30 2 * * *", "2024-10-27T00:30:00Z", "2024-10-27T01:30:00Z")]
    [InlineData("Europe/Berlin", "30 2 * * *", "2024-10-27T01:30:00Z", "2024-10-28T01:30:00Z")]
    [InlineData("Asia/Beirut", "0 5 31 3 *", "2024-03-30T12:00:00Z", "2024-03-31T02:00:00Z")]
    [InlineData("Asia/Beirut", "0 * 31 3 *", "2024-03-30T12:00:00Z", "2024-03-30T22:00:00Z")]
    [InlineData("Australia/Lord_Howe", "15 2 * * *", "2024-10-05T12:00:00Z", "2024-10-06T15:15:00Z")]
    public void Next_ClocksChange_HoursAreSkippedOrServedTwice(string zone, string text, string after, string next) =>
        Assert.Equal(Time(next), CronSchedule.Parse(text, TimeZoneInfo.FindSystemTimeZoneById(zone)).Next(Time(after)));

    [Fact]
    public void Next_Year_VisitsEveryMatchingMinuteOnce()
    {
        var schedule = CronSchedule.Parse("*/7 3-5 1-15/3 * mon,wed");
        var start = Time("2024-01-01T00:00:00Z");
        List<DateTimeOffset> expected = [];
        for (var time = start; time.Year == start.Year; time = time.AddMinutes(1))
        {
            if (time.Minute % 7 == 0 && time.Hour is >= 3 and <= 5
                && (time.Day is 1 or 4 or 7 or 10 or 13 || time.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Wednesday))
            {
                expected.Add(time);
            }
        }

        List<DateTimeOffset> actual = [];
        for (var time = schedule.Next(start.AddSeconds(-1)); time?.Year == start.Year; time = schedule.Next(time.Value))
        {
            actual.Add(time.Value);
        }

        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData("* * * * *", "2001-02-03T04:05:06Z", "2001-02-03T04:05:59Z", null)]
    [InlineData("* * * * *", "2001-02-03T04:05:06Z", "2001-02-03T04:06:00Z", "2001-02-03T04:06:00Z")]
    [InlineData("* * * * *", "1970-01-01T00:00:00Z", "2030-06-01T12:34:56Z", "2030-06-01T12:34:00Z")]
    [InlineData("0 9 * * mon-fri", "2001-02-01T10:00:00Z", "2001-02-05T08:00:00Z", "2001-02-02T09:00:00Z")]
    [InlineData("0 0 29 2 *", "2000-01-01T00:00:00Z", "2007-05-05T00:00:00Z", "2004-02-29T00:00:00Z")]
    [InlineData("* * 1 1 *", "2000-01-01T00:00:00Z", "2007-05-05T00:00:00Z", "2007-01-01T23:59:00Z")]
    [InlineData("@every 1h30m", "2001-02-03T04:05:06Z", "2001-02-03T05:35:05Z", null)]
    [InlineData("@every 1h30m", "2001-02-03T04:05:06Z", "2001-02-05T00:00:00Z", "2001-02-04T23:35:06Z")]
    public void Last_Time_IsTheLatestUntilThen(string text, string after, string until, string? last) =>
        Assert.Equal(last is null ? null : Time(last), CronSchedule.Parse(text).Last(Time(after), Time(until)));

    [Fact]
    public void Last_AnySpan_EndsWhereNextWouldGetTo()
    {
        var (random, start) = (new Random(3), Time("2024-01-01T00:00:00Z"));
        foreach (var text in (string[])["*/7 3-5 1-15/3 * mon,wed", "30 2 * * *", "0 */5 * * sun", "15 10 31 * *"])
        {
            var schedule = CronSchedule.Parse(text, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
            for (var round = 0; round < 100; round++)
            {
                var after = start.AddMinutes(random.Next(500_000));
                var until = after.AddMinutes(random.Next(60_000));
                DateTimeOffset? expected = null;
                for (var time = schedule.Next(after); time <= until; time = schedule.Next(time.Value))
                {
                    expected = time;
                }

                Assert.Equal(expected, schedule.Last(after, until));
            }
        }
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("UTC", true)]
    [InlineData("Europe/Berlin", true)]
    [InlineData("europe/berlin", false)]
    [InlineData("W. Europe Standard Time", false)]
    [InlineData("../etc/passwd", false)]
    [InlineData("/etc/localtime", false)]
    [InlineData("Mars/Base", false)]
    public void TimeZones_Name_IsExact(string name, bool found) => Assert.Equal(found, TimeZones.TryFind(name, out _, out _));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
