namespace ActorKube.Engine.Membership.Probing;

/// <summary>How members reach one another. What doesn't get through is an outcome here, not an exception.</summary>
public interface IPeers
{
    /// <summary>Asks whether a member is there. The answer says, or else why there is none: which takes at most the time-out.</summary>
    Task<ProbeOutcome> ProbeAsync(Member target, Probe probe, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Asks a helper to probe a member, since the way there may be what is broken. Null if the helper doesn't answer.</summary>
    Task<bool?> ProbeThroughAsync(Member helper, Member target, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Asks a member to read the table up to a version. True when it has.</summary>
    Task<bool> CatchUpAsync(Member target, long version, TimeSpan timeout, CancellationToken cancellationToken);
}

/// <summary>A member's question to another.</summary>
/// <param name="From">Who asks, and wants to be vouched for.</param>
/// <param name="To">Whom it means.</param>
/// <param name="Version">The view of the asker.</param>
public sealed record Probe(MemberId From, MemberId To, long Version);

/// <summary>The answer.</summary>
/// <param name="From">Who answers: it may be a later life of the one that was asked.</param>
/// <param name="Version">Its view. A vouch from a newer view counts only once the asker knows it.</param>
/// <param name="VouchFor">How long it vouches for the asker, from when it was asked; zero if it doesn't.</param>
/// <param name="Revision">The revision of its view of the objects.</param>
/// <param name="IsAskerDead">Whether the asker was declared dead, as the answering member has read: which it may not be able to read itself.</param>
public sealed record ProbeAnswer(MemberId From, long Version, TimeSpan VouchFor, long Revision = 0, bool IsAskerDead = false);

/// <summary>What came of a probe.</summary>
/// <param name="Answer">Null if there was none.</param>
/// <param name="Contact">How far it got.</param>
public readonly record struct ProbeOutcome(ProbeAnswer? Answer, PeerContact Contact)
{
    public static ProbeOutcome Of(ProbeAnswer answer) => new(answer, PeerContact.Answers);

    public static ProbeOutcome None(PeerContact contact) => new(null, contact);
}

/// <summary>How much of a host is there.</summary>
public enum PeerContact
{
    /// <summary>It answers.</summary>
    Answers,

    /// <summary>Its kernel accepts connections, its process says nothing: stopped, or very busy.</summary>
    Stalls,

    /// <summary>Its kernel refuses connections: the process is gone, the machine is up.</summary>
    Refuses,

    /// <summary>Nothing at all: the machine or the way to it is gone.</summary>
    Silent,
}
