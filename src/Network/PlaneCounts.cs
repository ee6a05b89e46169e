namespace ActorKube.Network;

/// <summary>What was done since the start to have connections treated as they should be. Immutable: whoever works has the next one take its place.</summary>
public sealed record PlaneCounts
{
    /// <summary>Transactions that took effect.</summary>
    public long Changes { get; init; }

    /// <summary>Transactions that were refused.</summary>
    public long Failures { get; init; }

    /// <summary>Of the changes, those that made everything anew.</summary>
    public long Rebuilds { get; init; }

    /// <summary>Sum of the times from the first change in the view to its effect.</summary>
    public double Seconds { get; init; }

    /// <summary>The last of them.</summary>
    public double LastSeconds { get; init; }

    internal PlaneCounts Changed() => this with { Changes = Changes + 1 };

    internal PlaneCounts Refused() => this with { Failures = Failures + 1 };

    internal PlaneCounts Rebuilt() => this with { Rebuilds = Rebuilds + 1 };

    internal PlaneCounts Took(TimeSpan time) => this with { Seconds = Seconds + time.TotalSeconds, LastSeconds = time.TotalSeconds };
}
