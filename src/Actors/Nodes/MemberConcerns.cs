using ActorKube.Actors.Catalog;
using ActorKube.Actors.Networking;
using ActorKube.Actors.Shared;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Nodes;

/// <summary>
/// Whom a change of the membership concerns: the nodes of its members, the service that leads to the hosts, and the pods on those who are dead from now on. The pods may have heard of their node's
/// taints already, from a host that knew of the death before theirs did.
/// </summary>
internal static class MemberConcerns
{
    public static IEnumerable<ObjectKey> Of(MembershipView before, MembershipView now, ViewSnapshot snapshot) =>
    [
        new ObjectKey(Resources.Namespaces, "", ApiServerService.Space),
        .. now.Members.Keys.Select(static name => new ObjectKey(Resources.Nodes, "", name)),
        .. now.Members.Values.Where(m => IsDead(m) && !(before.Find(m.Id) is { } known && IsDead(known))).SelectMany(m => snapshot.Lookup(Resources.Pods, ViewIndexes.PodsByNode, m.Id.Name)).Select(static p => p.Key),
    ];

    private static bool IsDead(Member member) => member.Status == MemberStatus.Dead;
}
