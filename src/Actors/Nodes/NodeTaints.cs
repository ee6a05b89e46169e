using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Nodes;

/// <summary>
/// The taints that follow from a node's conditions and from <c>spec.unschedulable</c>. Those with effect NoSchedule come and go with their condition; the two with
/// NoExecute evict pods, one at a time, and stay away while no node at all is ready: then the fault is rather on this side.
/// </summary>
internal static class NodeTaints
{
    private static readonly (string Condition, string Status, string Key)[] OfConditions =
    [
        (NodeConditions.Ready, ConditionStatus.False, TaintKeys.NotReady),
        (NodeConditions.Ready, ConditionStatus.Unknown, TaintKeys.Unreachable),
        (NodeConditions.MemoryPressure, ConditionStatus.True, TaintKeys.MemoryPressure),
        (NodeConditions.DiskPressure, ConditionStatus.True, TaintKeys.DiskPressure),
        (NodeConditions.NetworkUnavailable, ConditionStatus.True, TaintKeys.NetworkUnavailable),
        (NodeConditions.PidPressure, ConditionStatus.True, TaintKeys.PidPressure),
    ];

    /// <summary>Some node is ready.</summary>
    public static bool MayEvict(ViewSnapshot view) => view.List(Resources.Nodes).Any(static n => NodeConditions.IsReady(n.Read<Node>()));

    public static Node Complete(Node node, bool mayEvict, DateTimeOffset now)
    {
        var wanted = Wanted(node, mayEvict).ToList();
        var present = node.Spec.Taints ?? [];
        var kept = present.Where(t => !IsOurs(t) || wanted.Contains((t.Key, t.Effect))).ToList();
        var added = wanted.Where(w => !kept.Any(t => t.Key == w.Key && t.Effect == w.Effect)).Select(w => new Taint { Key = w.Key, Effect = w.Effect, TimeAdded = now }).ToList();
        if (added.Count == 0 && kept.Count == present.Count)
        {
            return node;
        }

        kept.AddRange(added);
        return node with { Spec = node.Spec with { Taints = kept.Count == 0 ? null : kept } };
    }

    private static IEnumerable<(string Key, string Effect)> Wanted(Node node, bool mayEvict)
    {
        foreach (var (condition, status, key) in OfConditions)
        {
            if (NodeConditions.Find(node, condition)?.Status == status)
            {
                yield return (key, TaintKeys.NoSchedule);
                if (condition == NodeConditions.Ready && mayEvict)
                {
                    yield return (key, TaintKeys.NoExecute);
                }
            }
        }

        if (node.Spec.Unschedulable)
        {
            yield return (TaintKeys.Unschedulable, TaintKeys.NoSchedule);
        }
    }

    private static bool IsOurs(Taint taint) => taint.Effect switch
    {
        TaintKeys.NoSchedule => taint.Key == TaintKeys.Unschedulable || OfConditions.Any(c => c.Key == taint.Key),
        TaintKeys.NoExecute => taint.Key is TaintKeys.NotReady or TaintKeys.Unreachable,
        _ => false,
    };
}
