using System.Diagnostics;
using ActorKube.Engine.Tests.Support;
using ActorKube.Engine.Timing;

namespace ActorKube.Engine.Tests.Timing;

public sealed class ManyTimersTests
{
    private const int Limit = 60_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = Limit)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AnyOfThem_SetChangedAndDisposedOf_GoesOffWhenItShould(int seed)
    {
        var random = new Random(seed);
        var time = new ManualTime();
        using var timers = new ManyTimers(time);
        var all = new List<Modelled>();
        for (var step = 0; step < 3_000; step++)
        {
            var any = all.Count > 0 ? all[random.Next(all.Count)] : null;
            switch (random.Next(8))
            {
                case 0 or 1 or 2:
                    all.Add(new Modelled(timers, Delay(random), Period(random)));
                    break;
                case 3:
                    any?.Change(Delay(random), Period(random));
                    break;
                case 4:
                    any?.Dispose();
                    break;
                default:
                    await PassAsync(time, all, random.Next(30));
                    break;
            }
        }

        await PassAsync(time, all, 1_000);
        Assert.All(all, static t => Assert.Equal(t.Expected, t.Calls));
        Assert.True(all.Sum(static t => t.Expected) > 1_000);
    }

    [Fact(Timeout = Limit)]
    public async Task Delay_OfRealTime_IsNeverTooShort()
    {
        using var timers = new ManyTimers(TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(async i =>
        {
            var (delay, start) = (TimeSpan.FromMilliseconds(i % 50 * 0.7), Stopwatch.GetTimestamp());
            await Task.Delay(delay, timers, Cancellation);

            // Delays are cut to whole milliseconds.
            Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(Math.Floor(delay.TotalMilliseconds)));
        }));
    }

    [Fact(Timeout = Limit)]
    public async Task DisposeAsync_WhileItsCallIsUnderWay_WaitsForItAndNoOtherComes()
    {
        var time = new ManualTime();
        using var timers = new ManyTimers(time);
        using var begun = new SemaphoreSlim(0);
        using var end = new SemaphoreSlim(0);
        var calls = 0;
        var timer = timers.CreateTimer(
            _ =>
            {
                calls++;
                begun.Release();
                end.Wait(Cancellation);
            },
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan);
        time.Advance(TimeSpan.FromSeconds(1));
        await begun.WaitAsync(Cancellation);

        var disposing = timer.DisposeAsync().AsTask();
        Assert.False(disposing.IsCompleted);
        Assert.False(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        end.Release();
        await disposing;

        time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, calls);
    }

    [Fact]
    public void Change_NegativeTime_IsRefused()
    {
        using var timers = new ManyTimers(new ManualTime());
        using var timer = timers.CreateTimer(static _ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        Assert.Throws<ArgumentOutOfRangeException>(() => timer.Change(TimeSpan.FromSeconds(-2), Timeout.InfiniteTimeSpan));
        Assert.Throws<ArgumentOutOfRangeException>(() => timer.Change(TimeSpan.Zero, TimeSpan.FromSeconds(-2)));
    }

    private static int Delay(Random random) => random.Next(6) == 0 ? -1 : random.Next(100);

    private static int Period(Random random) => random.Next(3) == 0 ? random.Next(1, 50) : -1;

    private static async Task PassAsync(ManualTime time, List<Modelled> all, int milliseconds)
    {
        time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        all.ForEach(t => t.Pass(milliseconds));
        await Task.WhenAll(all.Select(static t => t.CaughtUpAsync()));
    }

    /// <summary>A timer, and how often it should have gone off by simple counting.</summary>
    private sealed class Modelled : IDisposable
    {
        private readonly SemaphoreSlim _rung = new(0);
        private readonly ITimer _timer;
        private int _left;
        private int _period;

        public Modelled(TimeProvider time, int delay, int period)
        {
            (_left, _period) = (delay, period);
            _timer = time.CreateTimer(_ => _rung.Release(), null, TimeSpan.FromMilliseconds(delay), TimeSpan.FromMilliseconds(period));
        }

        public int Expected { get; private set; }

        public int Calls { get; private set; }

        public void Change(int delay, int period)
        {
            if (_timer.Change(TimeSpan.FromMilliseconds(delay), TimeSpan.FromMilliseconds(period)))
            {
                (_left, _period) = (delay, period);
            }
        }

        public void Pass(int milliseconds)
        {
            while (_left >= 0 && _left <= milliseconds)
            {
                milliseconds -= _left;
                _left = _period;
                Expected++;
            }

            _left = _left < 0 ? _left : _left - milliseconds;
        }

        public async Task CaughtUpAsync()
        {
            for (; Calls < Expected; Calls++)
            {
                await _rung.WaitAsync(Cancellation);
            }

            Assert.Equal(0, _rung.CurrentCount);
        }

        public void Dispose()
        {
            _timer.Dispose();
            _left = -1;
        }
    }
}
