using ActorKube.Actors.Shared;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>Taints that keep pods away need a toleration each; the first that has none is named.</summary>
internal sealed class TaintFilter(Pod pod) : INodeFilter
{
    public Verdict Check(Candidate node)
    {
        foreach (var taint in node.Facts.Taints)
        {
            if (taint.Effect is TaintKeys.NoSchedule or TaintKeys.NoExecute && Tolerations.For(taint, pod.Spec.Tolerations) is null)
            {
                return Verdict.RefuseForGood($"node(s) had untolerated taint {{{taint.Key}: {taint.Value}}}");
            }
        }

        return Verdict.Pass;
    }
}
