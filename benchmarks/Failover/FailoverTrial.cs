namespace ActorKube.Benchmarks.Failover;

/// <summary>What one fault has come to. Times are null where the fault has no such thing.</summary>
/// <param name="Victim">The host that it happened to.</param>
internal sealed record FailoverTrial(Fault Fault, string Victim)
{
    /// <summary>From the fault until the Node was NotReady.</summary>
    public TimeSpan? Detection { get; init; }

    /// <summary>From the fault until all replicas were Ready elsewhere; of a process that comes back, until its Node was well.</summary>
    public TimeSpan? Ready { get; init; }

    /// <summary>The same of pods that must not run twice.</summary>
    public TimeSpan? RunOnceReady { get; init; }

    /// <summary>From the end of the fault until all nodes were well and there were as many pods as wanted, all Ready.</summary>
    public TimeSpan? Converged { get; init; }

    /// <summary>From the database's return until each host had acknowledged a write.</summary>
    public TimeSpan? WritesBack { get; init; }

    /// <summary>Pods that went.</summary>
    public int Evictions { get; init; }

    /// <summary>By how many copies more than wanted ran at the same time of what must not run twice, by the engines' own event logs.</summary>
    public int RunTwice { get; init; }

    /// <summary>Through the hosts that nothing happened to.</summary>
    public int FailedWrites { get; init; }

    /// <inheritdoc cref="FailedWrites"/>
    public TimeSpan SlowestWrite { get; init; }

    /// <summary>Acknowledged, and not there at the end.</summary>
    public int LostWrites { get; init; }
}
