namespace ActorKube.Engine.Membership.Probing;

/// <summary>What one member has heard of another. Immutable.</summary>
/// <param name="HeardAt">When the last probe that was answered was sent, or, before any was, when the peer became known.</param>
/// <param name="Contact">How the last probe ended.</param>
/// <param name="Revision">The revision of its view, as it said last.</param>
/// <param name="HeardByOthers">Since it answered last, others were asked: true if one had an answer from it. Null before they were.</param>
/// <param name="HasAnswered">False for a process that may be starting still.</param>
internal readonly record struct PeerHealth(TimeSpan HeardAt, PeerContact Contact, bool? HeardByOthers = null, long Revision = 0, bool HasAnswered = false)
{
    public PeerHealth After(TimeSpan sentAt, ProbeOutcome outcome) =>
        outcome.Answer is { } answer ? new(sentAt, outcome.Contact, null, answer.Revision, true) : this with { Contact = Lasting(outcome.Contact) };

    public PeerHealth AskedOthers(bool heard) => this with { HeardByOthers = heard };

    /// <summary>
    /// A process that was gone is not back when connections are accepted again: that is its successor, which starts. One that has never answered starts too. Both get as long as a restart.
    /// </summary>
    private PeerContact Lasting(PeerContact contact) => contact == PeerContact.Stalls && (Contact == PeerContact.Refuses || !HasAnswered) ? PeerContact.Refuses : contact;

    /// <summary>The one that judges was itself away until now: what it missed says nothing of others.</summary>
    public PeerHealth Forgiven(TimeSpan now) => this with { HeardAt = now };
}
