using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>A pod that is about to be bound to a node, which may fail.</summary>
internal sealed record PendingPod(PlacedPod Pod, NodeSlot Node)
{
    public bool IsIn(string topologyKey, string domain) => Node.Facts?.Labels.GetValueOrDefault(topologyKey) == domain;
}
