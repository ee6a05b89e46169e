using System.Collections.Immutable;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling.Neighbours;

/// <summary>All that a pod says about other pods.</summary>
internal static class PodRules
{
    public const string DoNotSchedule = "DoNotSchedule";

    public static ImmutableArray<NeighbourRule> Of(Pod pod, string @namespace)
    {
        var (affinity, constraints) = (pod.Spec.Affinity, pod.Spec.TopologySpreadConstraints ?? []);
        if (affinity is not ({ PodAffinity: not null } or { PodAntiAffinity: not null }) && constraints.Count == 0)
        {
            return [];
        }

        var rules = ImmutableArray.CreateBuilder<NeighbourRule>();
        Add(RuleKind.Repels, affinity?.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution);
        Add(RuleKind.Needs, affinity?.PodAffinity?.RequiredDuringSchedulingIgnoredDuringExecution);
        AddWeighted(RuleKind.Likes, affinity?.PodAffinity?.PreferredDuringSchedulingIgnoredDuringExecution);
        AddWeighted(RuleKind.Dislikes, affinity?.PodAntiAffinity?.PreferredDuringSchedulingIgnoredDuringExecution);
        rules.AddRange(constraints.Where(static c => c.WhenUnsatisfiable == DoNotSchedule).Select(c => NeighbourRule.Of(c, pod, @namespace)));
        return rules.ToImmutable();

        void Add(RuleKind kind, IReadOnlyList<PodAffinityTerm>? terms) => rules.AddRange((terms ?? []).Select(t => NeighbourRule.Of(kind, t, @namespace)));

        void AddWeighted(RuleKind kind, IReadOnlyList<WeightedPodAffinityTerm>? terms) =>
            rules.AddRange((terms ?? []).Select(t => NeighbourRule.Of(kind, t.PodAffinityTerm, @namespace, t.Weight)));
    }
}
