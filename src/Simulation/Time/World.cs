namespace ActorKube.Simulation.Time;

/// <summary>A world of its own: virtual time, seeded chance, one thread. The same seed gives the same history.</summary>
public sealed class World
{
    public World(int seed)
    {
        Seed = seed;
        Random = new Random(seed);
        Scheduler = new DeterministicScheduler(new Random(Random.Next()));
        Time = new VirtualTime(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)) { Run = Scheduler.Post };
    }

    public int Seed { get; }

    public Random Random { get; }

    public VirtualTime Time { get; }

    /// <summary>Steps taken so far.</summary>
    public long Steps => Scheduler.Steps;

    /// <summary>Runs what belongs to no host.</summary>
    internal DeterministicScheduler Scheduler { get; }

    /// <summary>Runs a history to its end.</summary>
    /// <exception cref="TimeoutException">It took more virtual time than it may.</exception>
    public void Run(Func<Task> history, TimeSpan limit)
    {
        var end = Time.Elapsed + limit;
        var running = Scheduler.Start(history);
        while (!running.IsCompleted)
        {
            if (!Scheduler.Step() && !Time.Next(end))
            {
                throw new TimeoutException($"Seed {Seed}: not at its end after {limit} of virtual time.");
            }
        }

        running.GetAwaiter().GetResult();
    }
}
