using ActorKube.Actors.Catalog;
using ActorKube.Actors.Networking;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Nodes;

/// <summary>
/// Whom a change of the membership concerns: the nodes of its members, the service that leads to the hosts, and the pods on those who are dead from now on. The pods may have heard of their node's
/// taints already, from a host that knew of the death before theirs did. What holds for a member's node holds for those that it carries.
/// </summary>
internal static class MemberConcerns
{
    public static IEnumerable<ObjectKey> Of(MembershipView before, MembershipView now, ViewSnapshot snapshot)
    {
        var changed = now.Members.Values.Where(m => IsDead(m) != (before.Find(m.Id) is { } known && IsDead(known))).ToDictionary(static m => m.Id.Name, IsDead, StringComparer.Ordinal);
        var carried = changed.Count == 0 ? [] : Carried(changed, snapshot);
        var dead = changed.Where(static m => m.Value).Select(static m => m.Key).Concat(carried.Where(n => changed[n.Carrier]).Select(static n => n.Name));
        return
        [
            new ObjectKey(Resources.Namespaces, "", ApiServerService.Space),
            .. now.Members.Keys.Concat(carried.Select(static n => n.Name)).Select(static name => new ObjectKey(Resources.Nodes, "", name)),
            .. dead.SelectMany(node => snapshot.Lookup(Resources.Pods, ViewIndexes.PodsByNode, node)).Select(static p => p.Key),
        ];
    }

    private static List<(string Name, string Carrier)> Carried(Dictionary<string, bool> members, ViewSnapshot snapshot) =>
    [
        .. from stored in snapshot.List(Resources.Nodes)
           let carrier = NodeCarriage.CarrierOf(stored.Read<Node>())
           where carrier is not null && members.ContainsKey(carrier)
           select (stored.Key.Name, carrier),
    ];

    private static bool IsDead(Member member) => member.Status == MemberStatus.Dead;
}
