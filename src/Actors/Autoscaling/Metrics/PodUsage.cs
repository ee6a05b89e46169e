using ActorKube.Api.Core;
using ActorKube.Api.Metrics;

namespace ActorKube.Actors.Autoscaling.Metrics;

/// <summary>CPU or memory of an autoscaler's pods, as metrics.k8s.io shows it: of pods that run, and only if they are those that were measured.</summary>
internal static class PodUsage
{
    /// <param name="container">Null for all of a pod together.</param>
    /// <exception cref="MetricException">Nothing is known of any of them.</exception>
    public static IReadOnlyDictionary<string, PodValue> Of(MetricAnswer answer, IReadOnlyList<Pod> pods, string resource, string? container)
    {
        if (answer is MetricAnswer.Failed failed)
        {
            throw new MetricException($"unable to get metrics for resource {resource}: unable to fetch metrics from resource metrics API: {failed.Message}");
        }

        var uids = pods.Where(static p => p.Status.Phase == PodPhases.Running).ToDictionary(static p => p.Metadata.Uid ?? "", StringComparer.Ordinal);
        var readings = ((MetricAnswer.Usage)answer).Nodes.SelectMany(static n => n.Pods).Where(p => uids.ContainsKey(p.Uid)).ToList();
        if (readings.Count == 0)
        {
            throw new MetricException($"unable to get metrics for resource {resource}: no metrics returned from resource metrics API");
        }

        return readings.GroupBy(static p => p.Name).ToDictionary(static g => g.Key, g => Value(g.MaxBy(static p => p.Time)!, resource, container), StringComparer.Ordinal);
    }

    private static PodValue Value(PodReading pod, string resource, string? container) =>
        new(pod.Time, pod.Window, container is null ? pod.Containers.Sum(c => Milli(c.Usage, resource)) : Milli(Container(pod, resource, container).Usage, resource));

    private static ContainerReading Container(PodReading pod, string resource, string container) => pod.Containers.FirstOrDefault(c => c.Name == container)
        ?? throw new MetricException($"unable to get metrics for resource {resource}: failed to get container metrics: container {container} not present in metrics for pod {pod.Namespace}/{pod.Name}");

    /// <summary>Rounded up, as quantities are.</summary>
    private static long Milli(ResourceUsage usage, string resource) => resource switch
    {
        "cpu" => (usage.CpuNanocores + 999_999) / 1_000_000,
        "memory" => usage.MemoryBytes * 1000,
        _ => throw new MetricException($"unable to get metrics for resource {resource}: no metrics returned from resource metrics API"),
    };
}
