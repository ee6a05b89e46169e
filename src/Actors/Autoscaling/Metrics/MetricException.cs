namespace ActorKube.Actors.Autoscaling.Metrics;

/// <summary>A metric that gives no number of replicas. It concerns that metric alone and becomes a condition and an event.</summary>
internal sealed class MetricException(string message) : Exception(message);
