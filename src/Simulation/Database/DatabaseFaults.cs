namespace ActorKube.Simulation.Database;

/// <summary>What is wrong with a simulated database at the moment.</summary>
public sealed class DatabaseFaults
{
    /// <summary>It does nothing and answers nobody.</summary>
    public bool Down { get; set; }

    /// <summary>Longest time that a commit takes; each takes a random part of it. Default 2 ms.</summary>
    public TimeSpan Slowness { get; set; } = TimeSpan.FromMilliseconds(2);

    /// <summary>The part of commits that fail: half of them before anything has happened, which is said, half of them after, which isn't.</summary>
    public double Failures { get; set; }

    /// <summary>It refuses commits of members that it knows to be dead or replaced.</summary>
    public bool Fences { get; set; }
}
