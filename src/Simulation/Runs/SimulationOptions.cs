using ActorKube.Engine.Journals;
using ActorKube.Engine.Membership;

namespace ActorKube.Simulation.Runs;

/// <summary>How large a simulation is, and where its parts come from.</summary>
public sealed record SimulationOptions
{
    /// <summary>Default 3.</summary>
    public int Hosts { get; init; } = 3;

    /// <summary>How long things go wrong while clients write; default 40 s of virtual time.</summary>
    public TimeSpan FaultsFor { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>Afterwards everything has to be as clients want it within this time; default 60 s of virtual time.</summary>
    public TimeSpan ConvergeWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The tables of the database, given those that keep what they promise.</summary>
    public Func<IJournal, IJournal> Store { get; init; } = static store => store;

    /// <summary>The journal of a host, given the one that it should have.</summary>
    public Func<IJournal, IJournal> Journal { get; init; } = static journal => journal;

    /// <summary>The times of a host.</summary>
    public Func<string, MembershipOptions> Membership { get; init; } = static _ => new MembershipOptions();

    /// <summary>When the actors of a host start again, after a death, what must not run twice; given the times of the host.</summary>
    public Func<MembershipOptions, TimeSpan> SafeAfterDeath { get; init; } = static times => times.SafeAfterDeath;

    /// <summary>Whether something outside of a host's process stops what must not run twice when the process no longer does; default true.</summary>
    public bool Watchdog { get; init; } = true;

    /// <summary>Gets the history line by line.</summary>
    public Action<string>? Told { get; init; }
}
