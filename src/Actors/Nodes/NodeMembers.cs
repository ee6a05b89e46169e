using ActorKube.Api.Core;
using ActorKube.Engine.Membership;

namespace ActorKube.Actors.Nodes;

/// <summary>
/// What the membership says of nodes. That of a member is there as long as the member is, and lost as soon as the member is declared dead: a fact, not a condition to wait out. A node that a member
/// carries is there as long as that is and doesn't say otherwise (<see cref="NodeCarriage"/>). Nodes that are neither, posted through the API, are known by their heartbeat alone.
/// </summary>
/// <param name="membership">Null for a host that is alone: what it carries is there, or nobody could ask.</param>
/// <param name="safeAfterDeath">After this time from a death on, nothing of what must not run twice runs there any more.</param>
internal sealed class NodeMembers(IMembership? membership, TimeSpan safeAfterDeath)
{
    /// <summary>At work, or expected back.</summary>
    public bool IsPresent(Node node) => NodeCarriage.CarrierOf(node) is { } carrier
        ? NodeCarriage.LostSinceOf(node) is null && (membership is null || IsIn(carrier))
        : IsIn(node.Metadata.Name ?? "");

    public bool IsLost(Node node, DateTimeOffset now) => DeadFor(node.Metadata.Name ?? "", NodeStanding.Of(node), now) is not null;

    public bool IsLost(string node, NodeStanding standing, DateTimeOffset now) => DeadFor(node, standing, now) is not null;

    /// <summary>How long to wait still until what must not run twice may start elsewhere; null for a node that isn't lost.</summary>
    public TimeSpan? SafeIn(string node, NodeStanding standing, DateTimeOffset now) => DeadFor(node, standing, now) is { } passed ? safeAfterDeath - passed : null;

    private bool IsIn(string member) => membership?.View.Find(member) is { Status: MemberStatus.Active or MemberStatus.Stopped };

    private TimeSpan? DeadFor(string node, NodeStanding standing, DateTimeOffset now) =>
        standing.LostSince is { } since ? now - since : membership?.DeadFor(standing.Carrier ?? node);
}
