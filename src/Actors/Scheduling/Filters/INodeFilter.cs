using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>A node at one moment.</summary>
internal readonly record struct Candidate(NodeSlot Slot, NodeFacts Facts, NodeLoad Load);

/// <summary>One condition that a node has to meet for a pod. Made for one pod and one decision; it explains itself when it refuses.</summary>
internal interface INodeFilter
{
    Verdict Check(Candidate node);
}
