namespace ActorKube.Engine.Membership.Fencing;

/// <summary>
/// The vouches that keep a host alive. It is alive while at least half of its voters vouch for it, or the database said within <see cref="MembershipOptions.FenceAfter"/> that it isn't
/// dead. Everything is reckoned from when the question was sent, on this host's steady clock. Thread-safe.
/// <para>
/// Why a host that was declared dead at time T is fenced by T + FenceAfter, up to drift:
/// </para>
/// <list type="number">
/// <item>Whoever votes stops vouching before. So vouches of those who voted are over by then, and those of the database, which knows.</item>
/// <item>Every vote makes a new version, and a vouch from a newer view counts only after the host has read that view, and with it its own death, or that of the members
/// whose vouches it would have gone on counting.</item>
/// <item>So it is left with voters of an older view that did not vote on the first death it doesn't know: fewer than half of them, because that
/// death took more than half.</item>
/// <item>Its older view misses no voter of the newer: a member's votes count only once everybody knows it (<see cref="Member.Votes"/>).</item>
/// <item>It doesn't count those that it accuses itself.</item>
/// </list>
/// </summary>
internal sealed class VouchBook(MembershipOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<MemberId, (TimeSpan Until, long Version)> _vouches = [];
    private TimeSpan _provenUntil;

    /// <summary>A member's vouch.</summary>
    public void Vouched(MemberId voter, TimeSpan askedAt, TimeSpan vouchFor, long version)
    {
        lock (_gate)
        {
            _vouches[voter] = (askedAt + (vouchFor < options.FenceAfter ? vouchFor : options.FenceAfter), version);
        }
    }

    /// <summary>The database showed this host as a living member.</summary>
    public void Proven(TimeSpan askedAt)
    {
        lock (_gate)
        {
            var until = askedAt + options.FenceAfter;
            _provenUntil = until > _provenUntil ? until : _provenUntil;
        }
    }

    /// <summary>Until when this host may take itself for alive; <see cref="TimeSpan.MaxValue"/> for the only one, which nobody could replace.</summary>
    /// <param name="view">The newest view that the host knows.</param>
    /// <param name="self">Its own name.</param>
    /// <param name="accused">Whom it accuses itself.</param>
    public TimeSpan AliveUntil(MembershipView view, string self, IReadOnlySet<MemberId> accused)
    {
        var voters = view.Others(self).Select(static m => m.Id).ToList();
        if (voters.Count == 0)
        {
            return TimeSpan.MaxValue;
        }

        lock (_gate)
        {
            var needed = Quorum.ToLive(voters.Count + 1);
            var held = voters
                .Where(v => !accused.Contains(v))
                .Select(v => _vouches.TryGetValue(v, out var vouch) && vouch.Version <= view.Version ? vouch.Until : TimeSpan.Zero)
                .OrderDescending()
                .ToList();

            // The database is one more voter, and its word alone is as good as a majority's: nobody is declared dead but by it.
            var byMembers = held.Count >= needed ? held[needed - 1] : TimeSpan.Zero;
            return byMembers > _provenUntil ? byMembers : _provenUntil;
        }
    }
}
