using System.Collections.Concurrent;
using System.Collections.Immutable;
using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Autoscaling.State;

/// <summary>
/// What this host remembers of its autoscalers. In memory alone, as in Kubernetes: after a restart, or when another host takes an autoscaler over, its windows begin anew, so that it scales down later
/// than it might. Thread-safe.
/// </summary>
internal sealed class AutoscalerMemory
{
    private readonly ConcurrentDictionary<ObjectKey, AutoscalerState> _states = new();
    private readonly ConcurrentDictionary<ObjectKey, MetricReading> _readings = new();

    /// <summary>What is known of an autoscaler, which is seen now if it was not before.</summary>
    public AutoscalerState Of(ObjectKey key, string uid, DateTimeOffset now) => _states.AddOrUpdate(
        key,
        static (_, seen) => new AutoscalerState(seen.uid, seen.now),
        static (_, known, seen) => known.Uid == seen.uid ? known : new AutoscalerState(seen.uid, seen.now),
        (uid, now));

    public void Remember(ObjectKey key, AutoscalerState state) => _states[key] = state;

    /// <summary>The metrics that were last read for an autoscaler; null if none were.</summary>
    public MetricReading? Reading(ObjectKey key) => _readings.GetValueOrDefault(key);

    public void Remember(ObjectKey key, MetricReading reading) => _readings[key] = reading;

    /// <summary>Metrics are read anew for each decision.</summary>
    public void ForgetReading(ObjectKey key) => _readings.TryRemove(key, out _);

    public void Forget(ObjectKey key)
    {
        _states.TryRemove(key, out _);
        _readings.TryRemove(key, out _);
    }
}

/// <summary>The answers to an autoscaler's questions, in the order of its metrics.</summary>
/// <param name="Revision">Of the autoscaler whose metrics they are.</param>
internal sealed record MetricReading(DateTimeOffset Time, long Revision, ImmutableArray<MetricAnswer> Answers);
