using ActorKube.Simulation.Time;

namespace ActorKube.Simulation.Hosts;

/// <summary>One life of a host's process: what runs in it can be stopped, continued and killed at any step.</summary>
internal sealed class SimulatedProcess
{
    private readonly HostGate _gate;

    public SimulatedProcess(World world, HostClock clock)
    {
        _gate = new HostGate(world.Scheduler);
        Time = clock.Behind(world, _gate);
        Random = new Random(world.Random.Next());
    }

    /// <summary>The clock of its machine.</summary>
    public TimeProvider Time { get; }

    /// <summary>Its own chance, so that what one host draws doesn't depend on the others.</summary>
    public Random Random { get; }

    public bool IsKilled => _gate.IsGone;

    public Task Start(Func<Task> work) => _gate.Start(work);

    public Task<T> Start<T>(Func<Task<T>> work) => _gate.Start(work);

    public void Pause() => _gate.Close();

    public void Resume() => _gate.Open();

    public void Kill() => _gate.Abandon();
}

/// <summary>How a machine's clock differs from the true time.</summary>
/// <param name="Rate">Its seconds in a true one.</param>
/// <param name="Offset">How far its wall clock is ahead.</param>
internal sealed record HostClock(double Rate, TimeSpan Offset)
{
    public static HostClock True { get; } = new(1, TimeSpan.Zero);

    /// <summary>A clock of which two differ by no more than the bound.</summary>
    public static HostClock Draw(Random random, double driftBound) =>
        new(1 + ((random.NextDouble() - 0.5) * driftBound), TimeSpan.FromSeconds(random.NextDouble() - 0.5));

    public TimeProvider Behind(World world, SteppedScheduler runs) => new HostTime(world.Time, Rate, Offset, runs);
}
