using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>Labels that the pod demands of its node, by nodeSelector and by required node affinity, of whose terms one is enough.</summary>
internal sealed class NodeAffinityFilter(Pod pod) : INodeFilter
{
    private readonly IReadOnlyDictionary<string, string>? _labels = pod.Spec.NodeSelector;
    private readonly NodeSelector? _required = pod.Spec.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution;

    public Verdict Check(Candidate node) => Matches(node.Facts) ? Verdict.Pass : Verdict.RefuseForGood("node(s) didn't match Pod's node affinity/selector");

    public bool Matches(NodeFacts node) =>
        (_labels is null || _labels.All(l => node.Labels.GetValueOrDefault(l.Key) == l.Value))
        && (_required is null || _required.NodeSelectorTerms?.Any(t => NodeTerms.Matches(t, node)) == true);
}
