using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Autoscaling.Replicas;

/// <summary>Replicas by a number that belongs to no pod, such as the length of a queue. Numbers and targets are in thousandths.</summary>
internal static class NumberReplicas
{
    /// <summary>The number is to come to the target, and is taken to fall as pods are added. 3 ready pods at 900 of 300 are to be 9.</summary>
    /// <exception cref="MetricException">There are no pods.</exception>
    public static int ByValue(int current, long number, long target, IReadOnlyList<Pod> pods, AutoscalingOptions options)
    {
        var ratio = (double)number / target;
        if (current == 0)
        {
            return AverageReplicas.Ceiling(ratio, 1);
        }

        if (AverageReplicas.IsNear(ratio, options))
        {
            return current;
        }

        return pods.Count == 0
            ? throw new MetricException("unable to calculate ready pods: no pods returned by selector while calculating replica count")
            : AverageReplicas.Ceiling(ratio, pods.Count(static p => p.Status.Phase == PodPhases.Running && PodReadiness.IsReady(p)));
    }

    /// <summary>The number is shared among the pods: 900 at 300 a pod are 3 pods.</summary>
    /// <returns>Replicas, and the share that each of the present ones has.</returns>
    public static (int Replicas, long Average) ByShare(int present, long number, long target, AutoscalingOptions options)
    {
        var ratio = (double)number / ((double)target * present);
        var replicas = AverageReplicas.IsNear(ratio, options) ? present : AverageReplicas.Ceiling((double)number / target, 1);
        return (replicas, present == 0 ? 0 : (long)Math.Ceiling((double)number / present));
    }
}
