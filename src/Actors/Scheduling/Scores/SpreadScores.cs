using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling.Scores;

/// <summary>
/// Prefers domains with fewer pods of each constraint that need not be met. The more domains, the more a pod in one of them counts: with 3 zones and 100
/// hosts ln(5) = 1.6 and ln(102) = 4.6.
/// </summary>
internal sealed class SpreadScore(PodRequest request) : INodeScore
{
    public int Weight => 2;

    public double[] Rate(IReadOnlyList<Candidate> nodes)
    {
        var soft = (request.Pod.Spec.TopologySpreadConstraints ?? []).Where(static c => c.WhenUnsatisfiable == "ScheduleAnyway").ToList();
        if (soft.Count == 0)
        {
            return new double[nodes.Count];
        }

        var keys = soft.Select(static c => c.TopologyKey).ToList();
        var domains = soft.Select(c => new SpreadDomains(request, c, keys)).ToList();
        return Normalized.LessIsBetter(nodes.Select(n => domains.Sum(d => Cost(d, n))));
    }

    /// <summary>A node without the label is as bad as the fullest domain.</summary>
    private static double Cost(SpreadDomains domains, Candidate node) => Math.Log(domains.Counts.Count + 2)
        * (node.Facts.Labels.TryGetValue(domains.Constraint.TopologyKey, out var value)
            ? domains.Counts.GetValueOrDefault(value)
            : domains.Counts.Values.DefaultIfEmpty().Max());
}

/// <summary>Prefers nodes and, at a third of that, zones with fewer pods of the same controller, so that a node that fails takes as few replicas as possible with it.</summary>
internal sealed class SiblingScore(string? controller) : INodeScore
{
    private const string Zone = "topology.kubernetes.io/zone";

    public int Weight => 2;

    public double[] Rate(IReadOnlyList<Candidate> nodes)
    {
        if (controller is null)
        {
            return new double[nodes.Count];
        }

        var onNode = nodes.Select(n => (double)n.Load.Pods.Count(p => p.Controller == controller)).ToArray();
        var inZone = nodes.Zip(onNode).GroupBy(static n => n.First.Facts.Labels.GetValueOrDefault(Zone) ?? "")
            .ToDictionary(static g => g.Key, static g => g.Sum(static n => n.Second), StringComparer.Ordinal);
        var zones = Normalized.LessIsBetter(nodes.Select(n => inZone[n.Facts.Labels.GetValueOrDefault(Zone) ?? ""]));
        return [.. Normalized.LessIsBetter(onNode).Zip(zones, static (node, zone) => ((3 * node) + zone) / 4)];
    }
}

/// <summary>Prefers domains with the neighbours that a pod likes, and without those that it does not.</summary>
internal sealed class PreferredNeighbourScore(PodRequest request) : INodeScore
{
    public int Weight => 2;

    public double[] Rate(IReadOnlyList<Candidate> nodes)
    {
        var likes = request.Pod.Spec.Affinity?.PodAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? [];
        var dislikes = request.Pod.Spec.Affinity?.PodAntiAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? [];
        if (likes.Count + dislikes.Count == 0)
        {
            return new double[nodes.Count];
        }

        var scores = new double[nodes.Count];
        foreach (var (term, sign) in likes.Select(static t => (t, 1)).Concat(dislikes.Select(static t => (t, -1))))
        {
            Add(scores, nodes, term, sign);
        }

        var least = scores.Min();
        return Normalized.MoreIsBetter(scores.Select(s => s - least));
    }

    private void Add(double[] scores, IReadOnlyList<Candidate> nodes, WeightedPodAffinityTerm weighted, int sign)
    {
        var term = new PodTerms(weighted.PodAffinityTerm, request.Stored.Key.Namespace, request.View);
        var counts = request.Nodes.Where(s => s.Facts?.Labels.ContainsKey(term.TopologyKey) == true)
            .GroupBy(s => s.Facts!.Labels[term.TopologyKey])
            .ToDictionary(static g => g.Key, g => g.Sum(s => s.Load.Pods.Count(term.Matches)), StringComparer.Ordinal);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] += nodes[i].Facts.Labels.TryGetValue(term.TopologyKey, out var value) ? sign * weighted.Weight * counts.GetValueOrDefault(value) : 0;
        }
    }
}
