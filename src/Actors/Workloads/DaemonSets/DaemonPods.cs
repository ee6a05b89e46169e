using ActorKube.Actors.Shared;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.DaemonSets;

/// <summary>The pods of a DaemonSet by the node that each is on or is meant for.</summary>
internal static class DaemonPods
{
    /// <summary>Pods that have ended and only wait for their deletion to be over make room already. Within a node those that are bound come first, then the older.</summary>
    public static Dictionary<string, List<Claimed<Pod>>> ByNode(List<Claimed<Pod>> pods)
    {
        var nodes = new Dictionary<string, List<Claimed<Pod>>>(StringComparer.Ordinal);
        foreach (var pod in pods)
        {
            if ((pod.Stored.Header.IsDeleting && PodFacts.Of(pod.Stored).HasEnded) || (PodFacts.Of(pod.Stored).Node ?? NodeOf(pod.Value)) is not { } node)
            {
                continue;
            }

            if (!nodes.TryGetValue(node, out var here))
            {
                nodes[node] = here = [];
            }

            here.Add(pod);
        }

        foreach (var here in nodes.Values.Where(static h => h.Count > 1))
        {
            here.Sort(Compare);
        }

        return nodes;
    }

    /// <summary>Where the pod is, or else the one node that its affinity names; null for none.</summary>
    public static string? NodeOf(Pod pod)
    {
        if (!string.IsNullOrEmpty(pod.Spec.NodeName))
        {
            return pod.Spec.NodeName;
        }

        var terms = pod.Spec.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution?.NodeSelectorTerms ?? [];
        var field = terms.SelectMany(static t => t.MatchFields ?? []).FirstOrDefault(static f => f is { Key: DaemonTemplate.NodeNameField, Operator: "In" });
        return field?.Values is [var node] ? node : null;
    }

    private static int Compare(Claimed<Pod> a, Claimed<Pod> b)
    {
        var bound = IsBound(b).CompareTo(IsBound(a));
        var created = bound != 0 ? bound : Nullable.Compare(a.Stored.Header.CreationTimestamp, b.Stored.Header.CreationTimestamp);
        return created != 0 ? created : string.CompareOrdinal(a.Stored.Key.Name, b.Stored.Key.Name);
    }

    private static bool IsBound(Claimed<Pod> pod) => PodFacts.Of(pod.Stored).Node is not null;
}
