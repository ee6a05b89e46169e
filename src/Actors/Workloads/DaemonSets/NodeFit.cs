using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.DaemonSets;

/// <summary>How a node stands to a DaemonSet.</summary>
/// <param name="Runs">It is to have a pod.</param>
/// <param name="Keeps">A pod that it has may stay: a taint that keeps new ones away leaves old ones alone.</param>
internal readonly record struct NodeFit(bool Runs, bool Keeps);

/// <summary>
/// Which nodes a DaemonSet is for: by its template's node selector, affinity and tolerations. Room does not matter, a pod that finds none waits on its node.
/// </summary>
internal sealed class NodeFits
{
    private readonly string? _only;
    private readonly NodeAffinityFilter _affinity;
    private readonly IReadOnlyList<Toleration>? _tolerations;

    public NodeFits(DaemonSet set)
    {
        var template = DaemonTemplate.WithTolerations(set.Spec.Template);
        _only = string.IsNullOrEmpty(template.Spec.NodeName) ? null : template.Spec.NodeName;
        _affinity = new NodeAffinityFilter(new Pod { Spec = template.Spec });
        _tolerations = template.Spec.Tolerations;
    }

    public NodeFit Of(NodeFacts node)
    {
        if ((_only is not null && _only != node.Name) || !_affinity.Matches(node))
        {
            return new NodeFit(false, false);
        }

        var evicts = node.Taints.Any(t => t.Effect == TaintKeys.NoExecute && Repels(t));
        var repels = evicts || node.Taints.Any(t => t.Effect == TaintKeys.NoSchedule && Repels(t));
        return new NodeFit(!repels, !evicts);
    }

    private bool Repels(Taint taint) => Tolerations.For(taint, _tolerations) is null;
}
