using ActorKube.Actors.Actions;
using ActorKube.Actors.Catalog;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Nodes;

/// <summary>Nobody can say that the pods of a node that isn't heard of are ready, so they are not: services stop sending to them.</summary>
internal static class UnreachablePods
{
    public static IEnumerable<ReconcileAction> Mark(ReconcileContext context, Node node)
    {
        if (NodeConditions.Find(node, NodeConditions.Ready)?.Status != ConditionStatus.Unknown)
        {
            yield break;
        }

        foreach (var stored in context.View.Lookup(Resources.Pods, ViewIndexes.PodsByNode, context.Key.Name))
        {
            var pod = stored.Read<Pod>();
            if (PodConditions.Find(pod.Status, PodConditions.Ready) is { Status: ConditionStatus.True } ready)
            {
                var status = PodConditions.With(pod.Status, PodConditions.Ready, ConditionStatus.False, context.Now, ready.Reason, ready.Message);
                yield return new ReplaceStatus(stored, pod with { Status = status });
                yield return EmitEvent.Warning(pod, NodeHealth.Source, "NodeNotReady", "Node is not ready");
            }
        }
    }
}
