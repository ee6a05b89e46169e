using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Autoscaling.Replicas;

/// <summary>An autoscaler's pods by what their metrics are worth, each by name.</summary>
/// <param name="Ready">How many count as they are.</param>
/// <param name="Unready">What they use now is not what they will use: counted as nothing when more pods are asked for, and not at all otherwise.</param>
/// <param name="Missing">Nothing is known of them: the most cautious guess counts.</param>
/// <param name="Ignored">They are going, or have failed.</param>
internal sealed record PodGroups(int Ready, IReadOnlyList<string> Unready, IReadOnlyList<string> Missing, IReadOnlyList<string> Ignored)
{
    /// <param name="isCpu">CPU means nothing while a pod starts; other metrics do.</param>
    public static PodGroups Of(IEnumerable<Pod> pods, IReadOnlyDictionary<string, PodValue> values, bool isCpu, AutoscalingOptions options, DateTimeOffset now)
    {
        var ready = 0;
        List<string> unready = [], missing = [], ignored = [];
        foreach (var pod in pods)
        {
            var name = pod.Metadata.Name!;
            if (pod.Metadata.DeletionTimestamp is not null || pod.Status.Phase == PodPhases.Failed)
            {
                ignored.Add(name);
            }
            else if (pod.Status.Phase == PodPhases.Pending)
            {
                unready.Add(name);
            }
            else if (!values.TryGetValue(name, out var value))
            {
                missing.Add(name);
            }
            else if (isCpu && IsStarting(pod, value, options, now))
            {
                unready.Add(name);
            }
            else
            {
                ready++;
            }
        }

        return new PodGroups(ready, unready, missing, ignored);
    }

    private static bool IsStarting(Pod pod, PodValue value, AutoscalingOptions options, DateTimeOffset now)
    {
        if (pod.Status.StartTime is not { } start || PodConditions.Find(pod.Status, PodConditions.Ready) is not { } ready)
        {
            return true;
        }

        var isUnready = ready.Status == ConditionStatus.False;
        return start + options.CpuInitializationPeriod > now
            ? isUnready || value.Time < (ready.LastTransitionTime ?? start) + value.Window
            : isUnready && start + options.InitialReadinessDelay > (ready.LastTransitionTime ?? start);
    }
}
