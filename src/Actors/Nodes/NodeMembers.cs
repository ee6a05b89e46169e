using ActorKube.Engine.Membership;

namespace ActorKube.Actors.Nodes;

/// <summary>
/// What the membership says of nodes. That of a member is there as long as the member is, and lost as soon as the member is declared dead: a fact, not a condition to wait out. Nodes that aren't
/// members, posted through the API, are known by their heartbeat alone.
/// </summary>
/// <param name="membership">Null for a host that is alone.</param>
/// <param name="safeAfterDeath">After this time from a death on, nothing of what must not run twice runs there any more.</param>
internal sealed class NodeMembers(IMembership? membership, TimeSpan safeAfterDeath)
{
    /// <summary>At work, or expected back.</summary>
    public bool IsPresent(string node) => membership?.View.Find(node) is { Status: MemberStatus.Active or MemberStatus.Stopped };

    public bool IsLost(string node) => membership?.DeadFor(node) is not null;

    /// <summary>How long to wait still until what must not run twice may start elsewhere; null for a node that isn't lost.</summary>
    public TimeSpan? SafeIn(string node) => membership?.DeadFor(node) is { } passed ? safeAfterDeath - passed : null;
}
