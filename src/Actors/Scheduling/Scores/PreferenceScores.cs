using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling.Scores;

/// <summary>Prefers nodes whose labels the pod prefers, by the weights that it gives.</summary>
internal sealed class PreferredNodeScore(IReadOnlyList<PreferredSchedulingTerm> terms) : INodeScore
{
    public int Weight => 2;

    public void Rate(ReadOnlySpan<Candidate> nodes, Span<double> rates)
    {
        for (var i = 0; i < rates.Length; i++)
        {
            var facts = nodes[i].Facts;
            rates[i] = terms.Where(t => NodeTerms.Matches(t.Preference, facts)).Sum(static t => t.Weight);
        }

        Normalized.MoreIsBetter(rates);
    }
}

/// <summary>Prefers nodes with fewer taints of the effect PreferNoSchedule that the pod does not tolerate.</summary>
internal sealed class TaintPreferenceScore(Pod pod) : INodeScore
{
    public int Weight => 3;

    public void Rate(ReadOnlySpan<Candidate> nodes, Span<double> rates)
    {
        for (var i = 0; i < rates.Length; i++)
        {
            rates[i] = nodes[i].Facts is { IsTainted: true } facts ? facts.Taints.Count(t => t.Effect == TaintKeys.PreferNoSchedule && Tolerations.For(t, pod.Spec.Tolerations) is null) : 0;
        }

        Normalized.LessIsBetter(rates);
    }
}
