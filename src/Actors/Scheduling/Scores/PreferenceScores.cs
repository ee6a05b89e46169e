using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling.Scores;

/// <summary>Prefers nodes whose labels the pod prefers, by the weights that it gives.</summary>
internal sealed class PreferredNodeScore(Pod pod) : INodeScore
{
    public int Weight => 2;

    public double[] Rate(IReadOnlyList<Candidate> nodes)
    {
        var terms = pod.Spec.Affinity?.NodeAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? [];
        return Normalized.MoreIsBetter(nodes.Select(n => (double)terms.Where(t => NodeTerms.Matches(t.Preference, n.Facts)).Sum(static t => t.Weight)));
    }
}

/// <summary>Prefers nodes with fewer taints of the effect PreferNoSchedule that the pod does not tolerate.</summary>
internal sealed class TaintPreferenceScore(Pod pod) : INodeScore
{
    public int Weight => 3;

    public double[] Rate(IReadOnlyList<Candidate> nodes) => Normalized.LessIsBetter(nodes.Select(n =>
        (double)n.Facts.Taints.Count(t => t.Effect == TaintKeys.PreferNoSchedule && Tolerations.For(t, pod.Spec.Tolerations) is null)));
}
