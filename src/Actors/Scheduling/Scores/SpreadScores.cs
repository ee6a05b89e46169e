using System.Runtime.InteropServices;
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

    public static bool IsSoft(TopologySpreadConstraint constraint) => constraint.WhenUnsatisfiable == "ScheduleAnyway";

    public void Rate(ReadOnlySpan<Candidate> nodes, Span<double> rates)
    {
        var soft = request.Pod.Spec.TopologySpreadConstraints!.Where(IsSoft).ToList();
        var keys = soft.Select(static c => c.TopologyKey).ToList();
        foreach (var domains in soft.Select(c => new SpreadDomains(request, c, keys)))
        {
            for (var i = 0; i < rates.Length; i++)
            {
                rates[i] += Cost(domains, nodes[i]);
            }
        }

        Normalized.LessIsBetter(rates);
    }

    /// <summary>A node without the label is as bad as the fullest domain.</summary>
    private static double Cost(SpreadDomains domains, Candidate node) => Math.Log(domains.Tally.Domains + 2)
        * (node.Facts.Labels.TryGetValue(domains.Constraint.TopologyKey, out var value)
            ? domains.Tally[value].There
            : domains.Tally.Most);
}

/// <summary>Prefers nodes and, at a third of that, zones with fewer pods of the same controller, so that a node that fails takes as few replicas as possible with it.</summary>
internal sealed class SiblingScore(string controller) : INodeScore
{
    public int Weight => 2;

    public void Rate(ReadOnlySpan<Candidate> nodes, Span<double> rates)
    {
        Span<double> zones = stackalloc double[rates.Length];
        var inZone = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < rates.Length; i++)
        {
            rates[i] = nodes[i].Load.Siblings(controller);
            CollectionsMarshal.GetValueRefOrAddDefault(inZone, nodes[i].Facts.Zone, out _) += rates[i];
        }

        for (var i = 0; i < rates.Length; i++)
        {
            zones[i] = inZone[nodes[i].Facts.Zone];
        }

        Normalized.LessIsBetter(rates);
        Normalized.LessIsBetter(zones);
        for (var i = 0; i < rates.Length; i++)
        {
            rates[i] = ((3 * rates[i]) + zones[i]) / 4;
        }
    }
}
