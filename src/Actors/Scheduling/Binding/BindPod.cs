using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>Asks a node to take a pod. Stale when the node carries something else than what the choice was based on, or refuses.</summary>
/// <param name="Stored">The pod as it was seen.</param>
/// <param name="Pod">The same for the ledger.</param>
/// <param name="Node">The node that was chosen.</param>
/// <param name="Basis">What it carried then.</param>
internal sealed record BindPod(StoredObject Stored, PlacedPod Pod, NodeSlot Node, NodeLoad Basis) : ReconcileAction;
