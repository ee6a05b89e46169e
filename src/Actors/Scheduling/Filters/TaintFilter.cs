using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>Taints that keep pods away need a toleration each; the first that has none is named.</summary>
internal sealed class TaintFilter(Pod pod) : INodeFilter
{
    public Verdict Check(Candidate node) => Check(node.Facts);

    public Verdict Check(NodeFacts node)
    {
        if (!node.IsTainted)
        {
            return Verdict.Pass;
        }

        for (var i = 0; i < node.Taints.Count; i++)
        {
            if (node.Taints[i] is var taint && KeepsAway(taint))
            {
                return Verdict.RefuseForGood($"node(s) had untolerated taint {{{taint.Key}: {taint.Value}}}");
            }
        }

        return Verdict.Pass;
    }

    /// <summary>All taints of a node that keep it away.</summary>
    public IEnumerable<Taint> Untolerated(NodeFacts node) => node.Taints.Where(KeepsAway);

    private bool KeepsAway(Taint taint) => taint.Effect is TaintKeys.NoSchedule or TaintKeys.NoExecute && Tolerations.For(taint, pod.Spec.Tolerations) is null;
}
