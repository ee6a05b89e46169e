namespace ActorKube.Api.Metrics;

/// <summary>What a node and the pods on it use, as its agent has measured.</summary>
/// <param name="Node">Name of the Node.</param>
/// <param name="Time">When the measurement ended.</param>
/// <param name="Window">How long it took.</param>
/// <param name="Usage">Of the whole node, whatever runs there.</param>
/// <param name="Pods">The pods of which something runs.</param>
public sealed record NodeReading(string Node, DateTimeOffset Time, TimeSpan Window, ResourceUsage Usage, IReadOnlyList<PodReading> Pods)
{
    /// <summary>Processor time since the start of the machine; null where that isn't known.</summary>
    public TimeSpan? CpuTime { get; init; }
}

/// <param name="Uid">Tells a pod from a later one of its name.</param>
/// <param name="Time">When the measurement ended.</param>
/// <param name="Window">How long it took: for a pod that has just begun less than for others.</param>
/// <param name="Containers">Those that run.</param>
public sealed record PodReading(string Namespace, string Name, string Uid, DateTimeOffset Time, TimeSpan Window, IReadOnlyList<ContainerReading> Containers);

public sealed record ContainerReading(string Name, ResourceUsage Usage)
{
    /// <summary>Processor time since its start.</summary>
    public TimeSpan CpuTime { get; init; }

    /// <summary>Null where that isn't known.</summary>
    public DateTimeOffset? StartedAt { get; init; }
}

/// <summary>The newest readings of all nodes that have an agent. Thread-safe.</summary>
public interface IUsageReadings
{
    /// <summary>
    /// Readings of all nodes whose agents answer, a few seconds old at most; who doesn't answer in time is left out. Nothing is measured while nobody asks, so it may take a second.
    /// </summary>
    ValueTask<IReadOnlyList<NodeReading>> ReadAsync(CancellationToken cancellationToken);
}
