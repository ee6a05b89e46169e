namespace ActorKube.Api.Batch;

/// <summary><c>@every</c>: the interval counts from the time asked about, in whole seconds, at least one.</summary>
internal sealed class IntervalSchedule(TimeSpan interval) : CronSchedule
{
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(Math.Max(1, Math.Floor(interval.TotalSeconds)));

    public override DateTimeOffset? Next(DateTimeOffset after) =>
        DateTimeOffset.FromUnixTimeSeconds(after.ToUnixTimeSeconds()) + _interval;

    public override DateTimeOffset? Last(DateTimeOffset after, DateTimeOffset until)
    {
        var start = DateTimeOffset.FromUnixTimeSeconds(after.ToUnixTimeSeconds());
        var count = Math.Floor((until - start) / _interval);
        return count < 1 ? null : start + (count * _interval);
    }
}
