namespace ActorKube.Simulation.Time;

/// <summary>The clock of one machine: it runs a little faster or slower than the world's, and its wall clock is wrong. Its timers' callbacks run behind a gate.</summary>
/// <param name="world">The true time.</param>
/// <param name="rate">Seconds of this clock in a second of the world.</param>
/// <param name="offset">How far its wall clock is ahead.</param>
internal sealed class HostTime(VirtualTime world, double rate, TimeSpan offset, SteppedScheduler runs) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => world.Start + offset + (world.Elapsed * rate);

    public override long GetTimestamp() => (world.Elapsed * rate).Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        world.CreateTimer(() => runs.Post(() => callback(state)), ToWorld, dueTime, period);

    // One tick more, so that by this clock no timer goes off too soon.
    private TimeSpan ToWorld(TimeSpan mine) => mine <= TimeSpan.Zero ? mine : TimeSpan.FromTicks((long)Math.Ceiling(mine.Ticks / rate) + 1);
}
