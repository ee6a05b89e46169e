using ActorKube.Api.AutoscalingV2;
using ActorKube.Api.Selectors;

namespace ActorKube.Actors.Autoscaling.Metrics;

/// <summary>
/// What Kubernetes has in custom.metrics.k8s.io and external.metrics.k8s.io: numbers that are not CPU or memory, in thousandths. From adapters that have registered these groups, unless a program that has
/// ActorKube in it gives numbers of its own. Thread-safe.
/// </summary>
/// <remarks>Members throw <see cref="MetricUnavailableException"/> with the reason for the autoscaler's condition.</remarks>
public interface ICustomMetrics
{
    /// <summary>A metric of each of a namespace's pods that the selector matches, by the pod's name; pods without are left out.</summary>
    ValueTask<IReadOnlyDictionary<string, PodValue>> OfPodsAsync(string @namespace, LabelQuery pods, MetricIdentifier metric, CancellationToken cancellationToken);

    /// <summary>A metric of one object.</summary>
    ValueTask<long> OfObjectAsync(string @namespace, CrossVersionObjectReference value, MetricIdentifier metric, CancellationToken cancellationToken);

    /// <summary>All series of a metric that has nothing to do with the cluster.</summary>
    ValueTask<IReadOnlyList<long>> ExternalAsync(string @namespace, MetricIdentifier metric, CancellationToken cancellationToken);
}

/// <summary>A metric of a pod.</summary>
/// <param name="Time">When the measurement ended.</param>
/// <param name="Window">How long it took.</param>
/// <param name="Milli">In thousandths.</param>
public readonly record struct PodValue(DateTimeOffset Time, TimeSpan Window, long Milli);

/// <summary>A metric can't be had; the message says why, for a person.</summary>
public sealed class MetricUnavailableException(string message) : Exception(message);
