using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Nodes;

/// <summary>
/// Keeps what is said of a node true: whether it is heard of, which taints follow from its conditions, and which of its pods can be ready.
/// Follows <c>kubernetes.io/docs/concepts/architecture/nodes</c>.
/// </summary>
internal sealed class NodeReconciler(NodeHealth health) : IReconciler
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

        var mayEvict = NodeTaints.MayEvict(context.View);
        var tainted = NodeTaints.Complete(NodeLabels.Complete(node), mayEvict, context.Now);
        return new Decision(
            [
                .. ApiEquality.Same(tainted, node) ? Array.Empty<ReconcileAction>() : [new ReplaceObject(context.Object, tainted)],
                .. UnreachablePods.Mark(context, node),
            ],
            mayEvict ? check.LookAgainAfter : Recheck);
    }
}
