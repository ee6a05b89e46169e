using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling;

/// <summary>Which nodes a term of node affinity means.</summary>
internal static class NodeTerms
{
    public static bool Matches(NodeSelectorTerm term, NodeFacts node) => NodeSelection.Matches(term, node.Name, node.Labels);

    public static bool Matches(NodeSelectorRequirement requirement, string? value) => NodeSelection.Matches(requirement, value);
}
