using ActorKube.Engine.Journals;
using ActorKube.Engine.Membership.Probing;
using ActorKube.Engine.Membership.State;

namespace ActorKube.Engine.Membership;

/// <summary>The receiving side: what other members ask of this one. Thread-safe.</summary>
public sealed class MembershipProtocol
{
    private readonly MembershipState _state;
    private readonly MembershipOptions _options;
    private readonly Action<long> _heardOf;
    private readonly Func<CancellationToken, Task> _read;

    internal MembershipProtocol(MembershipState state, MembershipOptions options, Action<long> heardOf, Func<CancellationToken, Task> read) =>
        (_state, _options, _heardOf, _read) = (state, options, heardOf, read);

    /// <summary>Tells the revision of this host's view of the objects; 0 until it is set.</summary>
    public Func<long> Revision { get; set; } = static () => 0;

    /// <summary>Answers a probe. Vouches for a member that is alive in this host's view and that it doesn't accuse; a host that is dead itself vouches for nobody.</summary>
    public ProbeAnswer Answer(Probe probe)
    {
        _heardOf(probe.Version);

        // First whether own votes are known, then the version, then the vouch: whatever changes in between makes the vouch one of before.
        var knows = _state.Writes.AllKnown;
        var view = _state.View;
        var vouches = knows && view.Find(probe.From) is { IsActive: true } && !_state.Accused.Contains(probe.From) && !_state.Ended.IsCompleted;
        return new ProbeAnswer(_state.Self, view.Version, vouches ? _options.FenceAfter : TimeSpan.Zero, Revision(), view.Find(probe.From) is { Status: MemberStatus.Dead });
    }

    /// <summary>Reads the table if this host's view is older. True when it knows that version then.</summary>
    public async Task<bool> CatchUpAsync(long version, CancellationToken cancellationToken)
    {
        try
        {
            if (_state.View.Version < version)
            {
                await _read(cancellationToken);
            }
        }
        catch (JournalUnavailableException)
        {
            return false;
        }

        return _state.View.Version >= version;
    }
}
