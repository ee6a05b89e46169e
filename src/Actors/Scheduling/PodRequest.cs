using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Scheduling.Neighbours;
using ActorKube.Actors.Scheduling.Volumes;
using ActorKube.Api.Core;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling;

/// <summary>A pod that wants a place, and all that it can be put on.</summary>
/// <param name="Nodes">The nodes that are there, by name.</param>
internal sealed record PodRequest(StoredObject Stored, Pod Pod, PodDemand Demand, ImmutableArray<NodeSlot> Nodes, ViewSnapshot View)
{
    private NeighbourBook? _neighbours;
    private PlacedPod? _self;

    /// <summary>The claims of the pod.</summary>
    public PodVolumes Volumes { get; init; } = PodVolumes.None;

    /// <summary>What is known of neighbours on these nodes; found out if nobody says it.</summary>
    public NeighbourBook Neighbours
    {
        get => _neighbours ??= NeighbourBook.Of(Nodes);
        init => _neighbours = value;
    }

    /// <summary>The pod as nodes would carry it.</summary>
    public PlacedPod Self => _self ??= PlacedPod.Of(Stored, Demand, null);

    /// <summary>How nodes are compared for it.</summary>
    public PlacementProfile Profile => PlacementProfile.Of(Pod) ?? PlacementProfile.Default;

    public static PodRequest Of(StoredObject stored, Pod pod, PlacementLedger ledger, ViewSnapshot view) =>
        new(stored, pod, PodDemand.Of(pod), ledger.Nodes, view) { Neighbours = ledger.Neighbours };
}
