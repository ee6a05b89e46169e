using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>What the pod asks for, and one more pod, must fit into what the node can give. All that is missing is named.</summary>
internal sealed class ResourceFilter(PodDemand demand) : INodeFilter
{
    public Verdict Check(Candidate node)
    {
        var missing = ImmutableArray<string>.Empty;
        if (node.Load.Pods.Length + 1 > node.Facts.MaxPods)
        {
            missing = missing.Add("Too many pods");
        }

        foreach (var (resource, amount) in demand.Amounts)
        {
            if (amount > node.Facts.Gives(resource) - node.Load.Taken(resource))
            {
                missing = missing.Add("Insufficient " + resource);
            }
        }

        return new Verdict(missing, false);
    }
}
