using ActorKube.Engine.Actors.Timers;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Tests.Support;

namespace ActorKube.Engine.Tests.Actors;

public sealed class TimerQueueTests
{
    private readonly ManualTime _time = new();
    private readonly List<string> _rung = [];

    [Fact]
    public async Task Alarms_RingInOrderOnce()
    {
        await using var queue = Create();
        queue.Set(Make.Key("late"), TimeSpan.FromSeconds(20));
        queue.Set(Make.Key("early"), TimeSpan.FromSeconds(10));
        queue.Set(Make.Key("never"), TimeSpan.FromDays(400));

        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(_rung);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["early"], _rung);
        _time.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal(["early", "late"], _rung);
        Assert.Equal(1, queue.Count);
    }

    [Fact]
    public async Task Set_Again_ReplacesWhetherEarlierOrLater()
    {
        await using var queue = Create();
        queue.Set(Make.Key("a"), TimeSpan.FromSeconds(10));
        queue.Set(Make.Key("a"), TimeSpan.FromSeconds(20));
        queue.Set(Make.Key("b"), TimeSpan.FromSeconds(20));
        queue.Set(Make.Key("b"), TimeSpan.FromSeconds(10));

        _time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(["b"], _rung);
        _time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(["b", "a"], _rung);
    }

    [Fact]
    public async Task Clear_DoesNotRing()
    {
        await using var queue = Create();
        queue.Set(Make.Key("a"), TimeSpan.FromSeconds(10));
        queue.Clear(Make.Key("a"));

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Empty(_rung);
    }

    [Fact]
    public async Task Set_InThePast_RingsAtOnce()
    {
        await using var queue = Create();
        queue.Set(Make.Key("a"), TimeSpan.FromSeconds(-1));

        _time.Advance(TimeSpan.Zero);

        Assert.Equal(["a"], _rung);
    }

    [Fact]
    public async Task Alarm_BeyondTheLongestTimer_RingsAtItsTime()
    {
        await using var queue = Create();
        queue.Set(Make.Key("a"), TimeSpan.FromDays(100));

        _time.Advance(TimeSpan.FromDays(99));
        Assert.Empty(_rung);
        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(["a"], _rung);
    }

    private TimerQueue Create() => new(_time, (ObjectKey key) => _rung.Add(key.Name));
}
