namespace ActorKube.NodeAgent.Runtimes;

/// <summary>What a container has used.</summary>
/// <param name="CpuNanoseconds">CPU time since its start.</param>
/// <param name="WorkingSetBytes">Memory that can't be taken back without cost: usage less inactive file pages.</param>
public sealed record ContainerUsage(DateTimeOffset Time, long CpuNanoseconds, long MemoryUsageBytes, long WorkingSetBytes, long Processes);

/// <summary>What a machine has used, whatever runs on it.</summary>
/// <param name="CpuNanoseconds">CPU time of all cores since some moment that stays the same.</param>
/// <param name="WorkingSetBytes">As that of a container.</param>
public sealed record MachineUsage(DateTimeOffset Time, long CpuNanoseconds, long WorkingSetBytes);
