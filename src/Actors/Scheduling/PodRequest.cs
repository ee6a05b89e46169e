using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Scheduling.Volumes;
using ActorKube.Api.Core;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling;

/// <summary>A pod that wants a place, and all that it can be put on.</summary>
/// <param name="Nodes">The nodes that are there.</param>
internal sealed record PodRequest(StoredObject Stored, Pod Pod, PodDemand Demand, ImmutableArray<NodeSlot> Nodes, ViewSnapshot View)
{
    /// <summary>The claims of the pod.</summary>
    public PodVolumes Volumes { get; init; } = PodVolumes.None;
}
