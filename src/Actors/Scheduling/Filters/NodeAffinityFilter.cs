using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>Labels that the pod demands of its node, by nodeSelector and by required node affinity, of whose terms one is enough.</summary>
internal sealed class NodeAffinityFilter(Pod pod) : INodeFilter
{
    private static readonly Verdict Unmatched = Verdict.RefuseForGood("node(s) didn't match Pod's node affinity/selector");

    public Verdict Check(Candidate node) => Matches(node.Facts) ? Verdict.Pass : Unmatched;

    public bool Matches(NodeFacts node) => NodeSelection.Matches(pod.Spec, node.Name, node.Labels);
}
