namespace ActorKube.NodeAgent.Runtimes;

/// <summary>Limits and weights. Null leaves the engine's default, which is no limit.</summary>
public sealed record ContainerResources
{
    /// <summary>Relative weight: 1024 per requested core, at least 2 (100m is 102).</summary>
    public long? CpuShares { get; init; }

    /// <summary>CPU time per <see cref="CpuPeriodMicroseconds"/>: half a core is 50,000 of 100,000.</summary>
    public long? CpuQuotaMicroseconds { get; init; }

    public long? CpuPeriodMicroseconds { get; init; }

    public long? MemoryLimitBytes { get; init; }

    /// <summary>Cores it may run on, such as <c>0-2,7</c>.</summary>
    public string? CpuSet { get; init; }

    /// <summary>Who is killed first when the host is out of memory: -1000 (never) to 1000. Lowering needs CAP_SYS_RESOURCE; without it a negative value is left out.</summary>
    public int? OomScoreAdjust { get; init; }

    /// <summary>Most processes and threads.</summary>
    public long? PidsLimit { get; init; }
}
