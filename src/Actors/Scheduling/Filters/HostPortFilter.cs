using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>Two pods can't have the same port of a node.</summary>
internal sealed class HostPortFilter(PodDemand demand) : INodeFilter
{
    public Verdict Check(Candidate node)
    {
        if (demand.Ports.IsEmpty)
        {
            return Verdict.Pass;
        }

        var conflicts = node.Load.Pods.Any(p => p.Demand.Ports.Any(taken => demand.Ports.Any(taken.ConflictsWith)));
        return conflicts ? Verdict.Refuse("node(s) didn't have free ports for the requested pod ports") : Verdict.Pass;
    }
}
