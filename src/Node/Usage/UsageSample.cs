using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Usage;

/// <summary>The counters of one moment.</summary>
/// <param name="Machine">Null where the runtime can't tell.</param>
/// <param name="Containers">Those that run, by id.</param>
internal sealed record UsageSample(DateTimeOffset Time, MachineUsage? Machine, IReadOnlyDictionary<string, ContainerSample> Containers);

/// <param name="StartedAt">When it had used nothing; null where that isn't known.</param>
internal sealed record ContainerSample(PodIdentity Pod, string Name, DateTimeOffset? StartedAt, ContainerUsage Usage);
