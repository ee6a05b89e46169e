using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Selectors;
using ActorKube.Api.Serialization;

namespace ActorKube.Actors.Workloads.ReplicaSets;

/// <summary>Counts the pods of a ReplicaSet.</summary>
internal static class ReplicaSetStatusMath
{
    public static ReplicaSetStatus Of(ReplicaSet set, List<Claimed<Pod>> pods, DateTimeOffset now)
    {
        var template = LabelQuery.FromLabels(set.Spec.Template.Metadata.Labels ?? new Dictionary<string, string>());
        int labelled = 0, ready = 0, available = 0;
        foreach (var pod in pods)
        {
            var (labels, facts) = (pod.Stored.Header.Labels, PodFacts.Of(pod.Stored));
            labelled += template.Matches(key => labels[key]) ? 1 : 0;
            ready += facts.IsReady ? 1 : 0;
            available += facts.IsAvailable(set.Spec.MinReadySeconds, now) ? 1 : 0;
        }

        return set.Status with
        {
            Replicas = pods.Count,
            FullyLabeledReplicas = labelled,
            ReadyReplicas = ready,
            AvailableReplicas = available,
            ObservedGeneration = set.Metadata.Generation,
        };
    }

    public static bool IsSame(ReplicaSetStatus a, ReplicaSetStatus b) => ApiEquality.Same(a, b);
}
