using ActorKube.Actors.Scheduling.Filters;

namespace ActorKube.Actors.Rebalancing;

/// <summary>A node and how full it is, 0 to 1.</summary>
internal readonly record struct RankedNode(Candidate Node, double Share)
{
    public string Name => Node.Slot.Name;
}
