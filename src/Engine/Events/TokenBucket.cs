namespace ActorKube.Engine.Events;

/// <summary>Allows so many at once, and one more with each tick of a clock that is the same for all: those who wait go on at the same time. Not thread-safe.</summary>
internal sealed class TokenBucket(int burst, TimeSpan tick)
{
    private long _left = burst;
    private long _at;

    public bool TrySpend(DateTimeOffset now)
    {
        var at = now.UtcTicks / tick.Ticks;
        _left = Math.Min(burst, _left + Math.Max(0, at - _at));
        _at = at;
        if (_left <= 0)
        {
            return false;
        }

        _left--;
        return true;
    }

    /// <summary>What was spent has cost so much more. It may be more than there is: nothing is allowed then until that is made up for.</summary>
    public void Charge(int more) => _left -= more;

    /// <summary>As far as is known after <see cref="TrySpend"/>. In whole milliseconds, so that no timer goes off before.</summary>
    public TimeSpan UntilNext(DateTimeOffset now) =>
        TimeSpan.FromMilliseconds(Math.Ceiling(TimeSpan.FromTicks((tick.Ticks * Math.Max(1, 1 - _left)) - (now.UtcTicks % tick.Ticks)).TotalMilliseconds));
}
