using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Autoscaling.Replicas;

/// <summary>How much pods use of what they should.</summary>
/// <param name="Value">1 is on target.</param>
/// <param name="Utilization">In percent of what is requested; null where that isn't asked for.</param>
/// <param name="Average">Of a pod, in thousandths.</param>
internal readonly record struct Ratio(double Value, int? Utilization, long Average);

/// <summary>What the average of pods is compared with.</summary>
internal interface IMeasure
{
    /// <exception cref="MetricException">There is no ratio.</exception>
    Ratio Of(IReadOnlyDictionary<string, PodValue> values);

    /// <summary>What a pod of which nothing is known is taken to use where fewer pods are asked for.</summary>
    long WhenMissing(string pod);
}

/// <summary>A number for each pod, in thousandths. 300 and 500 against 200 are 400 / 200 = 2.</summary>
internal sealed class AverageMeasure(long target) : IMeasure
{
    public Ratio Of(IReadOnlyDictionary<string, PodValue> values)
    {
        var average = values.Values.Sum(static v => v.Milli) / values.Count;
        return new Ratio((double)average / target, null, average);
    }

    public long WhenMissing(string pod) => target;
}

/// <summary>A share of what pods request. 300m and 500m of 1 core each, against 50 %, are 40 / 50 = 0.8.</summary>
/// <param name="requests">By pod, in thousandths.</param>
/// <param name="target">In percent.</param>
internal sealed class UtilizationMeasure(IReadOnlyDictionary<string, long> requests, int target) : IMeasure
{
    public Ratio Of(IReadOnlyDictionary<string, PodValue> values)
    {
        var known = values.Where(v => requests.ContainsKey(v.Key)).ToList();
        var (used, requested) = (known.Sum(static v => v.Value.Milli), known.Sum(v => requests[v.Key]));
        if (requested == 0)
        {
            throw new MetricException("no metrics returned matched known pods");
        }

        var utilization = (int)(used * 100 / requested);
        return new Ratio((double)utilization / target, utilization, used / known.Count);
    }

    /// <summary>All that it requests, or the target where that is more.</summary>
    public long WhenMissing(string pod) => requests[pod] * Math.Max(100, target) / 100;

    /// <summary>What each pod's containers, or one of them, request.</summary>
    /// <param name="container">Null for all that run beside each other.</param>
    /// <exception cref="MetricException">One requests nothing.</exception>
    public static Dictionary<string, long> Requests(IEnumerable<Pod> pods, string resource, string? container) =>
        pods.ToDictionary(static p => p.Metadata.Name!, p => Containers(p).Where(c => container is null || c.Name == container).Sum(c => Request(p, c, resource)), StringComparer.Ordinal);

    private static IEnumerable<Container> Containers(Pod pod) => (pod.Spec.Containers ?? []).Concat((pod.Spec.InitContainers ?? []).Where(PodContainers.IsSidecar));

    private static long Request(Pod pod, Container container, string resource) => container.Resources?.Requests?.TryGetValue(resource, out var amount) == true
        ? amount.MilliValue()
        : throw new MetricException($"missing request for {resource} in container {container.Name} of Pod {pod.Metadata.Name}");
}
