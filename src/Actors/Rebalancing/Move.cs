using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Api.Policy;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Rebalancing;

/// <summary>A pod that leaves a node because another one would be better.</summary>
/// <param name="Pod">As it was seen.</param>
/// <param name="From">The node, and how full it is.</param>
/// <param name="To">Where the scheduler would put its successor now.</param>
/// <param name="ToShare">How full that would be then.</param>
/// <param name="Eviction">What its disruption budget said.</param>
internal sealed record Move(StoredObject Pod, RankedNode From, Candidate To, double ToShare, EvictionDecision.Delete Eviction);

/// <summary>The next move of a node.</summary>
/// <param name="Move">Null for none.</param>
/// <param name="Why">Why none.</param>
internal readonly record struct NextMove(Move? Move, string Why);
