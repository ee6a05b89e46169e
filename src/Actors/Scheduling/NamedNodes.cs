using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling;

/// <summary>
/// The nodes that a pod names in its required affinity, as every pod of a DaemonSet names one: only these need be looked at, so that placing a pod on each of
/// n nodes costs n, not n squared.
/// </summary>
internal static class NamedNodes
{
    private const string Field = "metadata.name";

    /// <summary>What is said of all others.</summary>
    public static Verdict NotNamed { get; } = Verdict.RefuseForGood("node(s) didn't satisfy plugin(s) [NodeAffinity]");

    /// <summary>Those of them that there are; null when the pod may also go to nodes that it doesn't name.</summary>
    public static ImmutableArray<NodeSlot>? Of(PodRequest request)
    {
        if (request.Pod.Spec.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution?.NodeSelectorTerms is not { Count: > 0 } terms)
        {
            return null;
        }

        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            if (term.MatchFields?.FirstOrDefault(static f => f is { Key: Field, Operator: "In" })?.Values is not { } values)
            {
                return null;
            }

            names.UnionWith(values);
        }

        return [.. names.Select(n => Find(request.Nodes, n)).OfType<NodeSlot>()];
    }

    /// <summary>The node of that name among some that are sorted by name; null for none.</summary>
    public static NodeSlot? Find(ImmutableArray<NodeSlot> nodes, string name)
    {
        var index = nodes.BinarySearch(new NodeSlot(name), ByName.Instance);
        return index < 0 ? null : nodes[index];
    }

    private sealed class ByName : IComparer<NodeSlot>
    {
        public static readonly ByName Instance = new();

        public int Compare(NodeSlot? x, NodeSlot? y) => string.CompareOrdinal(x?.Name, y?.Name);
    }
}
