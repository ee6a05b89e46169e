using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Filters;

namespace ActorKube.Actors.Scheduling;

/// <summary>A node that a pod can't go to.</summary>
/// <param name="Node">As it was seen; nothing where it need not be looked at.</param>
internal readonly record struct Refusal(Candidate Node, Verdict Verdict);

/// <summary>Where a pod goes, or why nowhere.</summary>
/// <param name="Node">Null for nowhere.</param>
/// <param name="Reasons">Why nowhere.</param>
/// <param name="Filters">By which the nodes were judged.</param>
/// <param name="Refusals">One a node, for a pod that goes nowhere.</param>
internal sealed record PlacementChoice(Candidate? Node, string Reasons, ImmutableArray<INodeFilter> Filters, ImmutableArray<Refusal> Refusals);
