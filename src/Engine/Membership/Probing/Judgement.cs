namespace ActorKube.Engine.Membership.Probing;

/// <summary>What a member thinks of another.</summary>
internal enum Judgement
{
    Trusted,

    /// <summary>Long enough without an answer to ask others for theirs.</summary>
    Suspected,

    /// <summary>To be voted dead.</summary>
    Lost,
}

/// <summary>
/// From what was heard to what is thought of it. The more of a host still shows itself, the longer it is waited for:
/// a silent machine 1.5 s, a process that doesn't answer 4 s, one that is gone, and may be restarting, 10 s.
/// </summary>
internal static class Judge
{
    public static Judgement Of(PeerHealth health, TimeSpan now, MembershipOptions options)
    {
        var limit = Limit(health.Contact, options);
        var waited = now - health.HeardAt;
        return health.Contact == PeerContact.Answers || waited < limit / 2 ? Judgement.Trusted : waited < limit ? Judgement.Suspected : Judgement.Lost;
    }

    private static TimeSpan Limit(PeerContact contact, MembershipOptions options) => contact switch
    {
        PeerContact.Stalls => options.StallLimit,
        PeerContact.Refuses => options.RestartGrace,
        _ => options.SilenceLimit,
    };
}
