using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Host.Composition.Usage;
using ActorKube.NodeAgent;
using ActorKube.NodeAgent.Probes;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Runtimes.Simulated;

namespace ActorKube.Host.Composition.Fleet;

/// <summary>One node of a fleet: a machine that isn't there, and the agent on it, which is the one that real hosts have. One task at a time.</summary>
internal sealed class SimulatedNode(PlannedNode plan, FleetParts parts) : IAsyncDisposable
{
    /// <summary>Whoever has all in one process misses no event, so there is little to look for.</summary>
    private static readonly TimeSpan Resync = TimeSpan.FromHours(1);

    /// <summary>Simulated containers may start at once.</summary>
    private static readonly TimeSpan PendingStatusDelay = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan StatusPeriod = TimeSpan.FromMinutes(5);

    // The runtime draws under its lock from the first, its faults under theirs from the second, and whoever switches the machine off from the third.
    private readonly Random _ofContainers = new((plan.Pool.Seed * 1_000_003) + plan.Index);
    private readonly Random _ofFaults = new((plan.Pool.Seed * 1_000_033) + plan.Index);
    private readonly Random _ofDetection = new((plan.Pool.Seed * 1_000_037) + plan.Index);
    private SimulatedRuntime? _runtime;

    public PlannedNode Plan => plan;

    /// <summary>Null while the machine is off.</summary>
    public NodeAgentService? Agent { get; private set; }

    /// <summary>Switches the machine on. One whose pods are said to run has run on while this process was away.</summary>
    /// <param name="isFresh">Nothing runs on it: it was off.</param>
    public async Task StartAsync(bool isFresh, CancellationToken cancellationToken)
    {
        _runtime = new SimulatedRuntime(RuntimeOptions(), parts.Store.Time);
        if (!isFresh)
        {
            _runtime.Restore(FleetParts.PodsByNode(parts.Store.View.Snapshot(), plan.Name).Select(static p => p.Read<Pod>()));
        }

        Agent = new NodeAgentService(AgentOptions(), parts.Store, _runtime, parts.Events, Surroundings(_runtime), parts.Logs);
        await Agent.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>As if the power went: nothing is told to anybody.</summary>
    public async Task StopAsync()
    {
        if (Agent is { } agent && _runtime is { } runtime)
        {
            (Agent, _runtime) = (null, null);
            await agent.DisposeAsync().ConfigureAwait(false);
            await runtime.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);

    /// <summary>How long it takes to notice that the machine is off.</summary>
    public TimeSpan DrawDetection() => plan.Pool.Detect.Draw(_ofDetection);

    private NodeAgentOptions AgentOptions() => new()
    {
        NodeName = plan.Name,
        DataDirectory = parts.Settings.DataDirectory,
        NodeAddresses = [FleetAddresses.OfNode(plan.Index)],
        ApiHost = parts.Api.Host,
        ApiPort = parts.Api.Port,
        Labels = plan.Labels,
        Annotations = new Dictionary<string, string?> { [NodeCarriage.Carrier] = parts.Settings.NodeName, [NodeCarriage.LostSince] = null },
        ExtendedResources = plan.Pool.Extended,
        MaxPods = plan.Pool.Pods,
        PendingStatusDelay = PendingStatusDelay,
        ResyncPeriod = Resync,
        StatusPeriod = StatusPeriod,
        IsMember = true,
    };

    private NodeSurroundings Surroundings(SimulatedRuntime runtime) => new()
    {
        Network = new SimulatedProber(runtime),
        Random = new Random((plan.Pool.Seed * 1_000_039) + plan.Index),
        Feed = parts.Feed,
        PodsOf = FleetParts.PodsByNode,
    };

    private SimulatedRuntimeOptions RuntimeOptions() => new()
    {
        PodNetwork = FleetAddresses.OfPods(plan.Index),
        Cpus = plan.Pool.Cpus,
        MemoryBytes = plan.Pool.Memory.Value(),
        DiskBytes = plan.Pool.Disk.Value(),
        Readiness = () => plan.Pool.Ready.Draw(_ofContainers),
        Faults = Faults(),
        Workload = Workload,
        Usage = (pod, container) => SimulatedUsage.Of(parts.Store.View.Snapshot(), pod, container),
    };

    private SimulatedFaults Faults() => new SimulatedFaults(
        new Dictionary<SimulatedOperation, SimulatedFault>
        {
            [SimulatedOperation.PullImage] = new(plan.Pool.Pull, plan.Pool.PullFailures, RuntimeError.PullFailed),
            [SimulatedOperation.StartContainer] = new(plan.Pool.Start, plan.Pool.StartFailures),
            [SimulatedOperation.StopContainer] = new(plan.Pool.Stop),
        },
        _ofFaults,
        parts.Store.Time);

    /// <summary>What the pod says itself goes before the pool's rate of crashes.</summary>
    private SimulatedWorkload Workload(ContainerConfig config)
    {
        var own = SimulatedAnnotations.Workload(config);
        return own.RunsFor is null && plan.Pool.Crash is { } crash ? own with { RunsFor = crash.Draw(_ofContainers), ExitCode = 1 } : own;
    }
}
