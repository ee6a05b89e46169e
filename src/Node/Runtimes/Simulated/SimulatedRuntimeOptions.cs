using System.Net;
using ActorKube.Api.Metrics;

namespace ActorKube.NodeAgent.Runtimes.Simulated;

/// <summary>What a <see cref="SimulatedRuntime"/> pretends to be.</summary>
public sealed record SimulatedRuntimeOptions
{
    /// <summary>Pods get addresses from this network, the lowest free one first. Default <c>10.244.0.0/16</c>, 65,533 pods.</summary>
    public IPNetwork PodNetwork { get; init; } = IPNetwork.Parse("10.244.0.0/16");

    /// <summary>Default 8.</summary>
    public int Cpus { get; init; } = 8;

    /// <summary>Default 32 GiB.</summary>
    public long MemoryBytes { get; init; } = 32L << 30;

    /// <summary>Bytes for the files of pods. Default 100 GiB.</summary>
    public long DiskBytes { get; init; } = 100L << 30;

    /// <summary>From the start of a container until its probes succeed. Default at once.</summary>
    public Func<TimeSpan> Readiness { get; init; } = static () => TimeSpan.Zero;

    /// <summary>Delays and failures. Default none.</summary>
    public ISimulatedFaults Faults { get; init; } = SimulatedFaults.None;

    /// <summary>What a container does once it is started. By default what its pod's <see cref="SimulatedAnnotations"/> say.</summary>
    public Func<ContainerConfig, SimulatedWorkload> Workload { get; init; } = SimulatedAnnotations.Workload;

    /// <summary>What a running container of a pod, by its name, uses at this moment. By default nothing.</summary>
    public Func<PodIdentity, string, ResourceUsage> Usage { get; init; } = (_, _) => default;
}

/// <summary>The behaviour of a container in which nothing runs.</summary>
public sealed record SimulatedWorkload
{
    public static SimulatedWorkload Default { get; } = new();

    /// <summary>Ends by itself after this time; null for never.</summary>
    public TimeSpan? RunsFor { get; init; }

    /// <summary>Exit code when it ends by itself.</summary>
    public int ExitCode { get; init; }

    /// <summary>Ends by itself for lack of memory.</summary>
    public bool OutOfMemory { get; init; }

    /// <summary>Lines of its log, written at its start.</summary>
    public IReadOnlyList<string> Log { get; init; } = [];

    /// <summary>Answers a command run in it. By default every command succeeds and prints nothing.</summary>
    public Func<IReadOnlyList<string>, ExecResult> Exec { get; init; } = _ => new ExecResult(0, "", "", TimedOut: false);
}
