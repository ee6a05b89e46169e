using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Nodes.PodCidrs;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Nodes;

/// <summary>
/// Keeps what is said of a node true: whether it is heard of, which taints follow from its conditions, and which of its pods can be ready. In a cluster with a network of pods it gives the node
/// its share of the addresses. Follows <c>kubernetes.io/docs/concepts/architecture/nodes</c>.
/// </summary>
/// <param name="cidrs">Null where nodes are given no addresses for pods.</param>
internal sealed class NodeReconciler(NodeHealth health, PodCidrAllocation? cidrs = null) : IReconciler
{
    /// <summary>While no node is ready: whether one has become so.</summary>
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(5);

    public string Resource => Resources.Nodes;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object?.Read<Node>() is not { } node)
        {
            health.Forget(context.Key);
            return Decision.None;
        }

        var check = health.Check(context, node);
        if (check.Lost is { } lost)
        {
            var tell = NodeConditions.IsReady(node)
                ? new ReconcileAction[] { EmitEvent.Normal(node, NodeHealth.Source, "NodeNotReady", $"Node {node.Metadata.Name} status is now: NodeNotReady") }
                : [];
            return new Decision([new ReplaceStatus(context.Object, lost), .. tell], TimeSpan.Zero);
        }

        var wantsCidr = cidrs is not null && PodCidrAllocation.IsWantedBy(node);
        var cidr = wantsCidr ? cidrs!.Find(context) : null;
        var furnished = cidr is null ? node : PodCidrAllocation.Give(node, cidr);
        var mayEvict = NodeTaints.MayEvict(context.View);
        var tainted = NodeTaints.Complete(NodeLabels.Complete(furnished), mayEvict, context.Now);
        ImmutableArray<ReconcileAction> actions =
        [
            .. ApiEquality.Same(tainted, node) ? Array.Empty<ReconcileAction>() : [new ReplaceObject(context.Object, tainted)],
            .. UnreachablePods.Mark(context, node),
            .. wantsCidr && cidr is null ? [PodCidrAllocation.Exhausted(node)] : Array.Empty<ReconcileAction>(),
        ];
        var again = mayEvict ? check.LookAgainAfter : Recheck;
        return new Decision(actions, wantsCidr && cidr is null && !(again < PodCidrAllocation.Patience) ? PodCidrAllocation.Patience : again);
    }
}
