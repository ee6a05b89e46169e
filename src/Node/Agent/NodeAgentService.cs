using ActorKube.Api.Authentication;
using ActorKube.Api.Metrics;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.NodeAgent.Fencing;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Containers;
using ActorKube.NodeAgent.Images;
using ActorKube.NodeAgent.Handlers;
using ActorKube.NodeAgent.PodNetworks;
using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Registration;
using ActorKube.NodeAgent.Sources;
using ActorKube.NodeAgent.Streams;
using ActorKube.NodeAgent.Usage;
using ActorKube.NodeAgent.Volumes;
using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent;

/// <summary>
/// The node agent: registers its host as a Node, follows the view for pods that are bound to it, and makes the container engine match. Stopping it, or killing
/// its process, leaves every workload as it is; the next one takes them over.
/// </summary>
/// <param name="runtime">Not started; disposed by its owner, after the agent was stopped.</param>
public sealed partial class NodeAgentService(
    NodeAgentOptions options, ObjectCommands commands, IContainerRuntime runtime, IEventRecorder events, NodeSurroundings surroundings, ILoggerFactory logs) : IAsyncDisposable
{
    private static readonly TimeSpan NetworkRetry = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly PodTable _pods = new();
    private readonly List<Task> _loops = [];
    private readonly ILogger _logger = logs.CreateLogger<NodeAgentService>();
    private readonly WorkGate _gate = new(options.ParallelOperations);
    private readonly ImageCache _images = new(runtime, options.ParallelPulls, commands.Time);
    private UsageReader? _usage;
    private NodeFeed? _ownFeed;
    private IDisposable? _observation;
    private Fence? _fence;

    /// <summary>Logs, exec, attach and port-forward of this node's pods.</summary>
    public IPodStreams Streams { get; } = new PodStreams(options.NodeName, commands, runtime);

    /// <summary>What the node and its pods use, a few seconds old at most.</summary>
    /// <exception cref="RuntimeException">The agent has not started, or the engine doesn't answer.</exception>
    public Task<NodeReading> ReadUsageAsync(CancellationToken cancellationToken) =>
        _usage?.ReadAsync(cancellationToken) ?? throw new RuntimeException(RuntimeError.Unavailable, "the node agent has not started yet");

    /// <summary>
    /// Returns when the node is registered, and Ready unless it waits for its pods' network, and what an earlier process left is taken over. Called once.
    /// </summary>
    /// <exception cref="RuntimeException">The engine doesn't answer.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        options.Validate();
        Directory.CreateDirectory(options.DataDirectory);
        await runtime.StartAsync(cancellationToken);
        var network = surroundings.PodNetwork is { } facts ? new PodNetworkKeeper(options.NodeName, facts, commands.View, runtime) : null;
        var registrar = new NodeRegistrar(options, commands, runtime, Writing(), logs.CreateLogger<NodeRegistrar>(), network) { Conditions = surroundings.Conditions };

        // A node that is known already has its range, and is ready from the first report on.
        await (network?.EnsureAsync(cancellationToken) ?? Task.CompletedTask);
        var seen = await registrar.ObserveAsync(cancellationToken);
        await registrar.RegisterAsync(seen, cancellationToken);

        // Before any decision about a pod.
        _fence = new Fence(surroundings.AliveFor, surroundings.Guard, options.Fencing, OnFence);
        _fence.Check();

        // First listen, then look: what happens in between is seen twice, not missed.
        var dispatcher = new PodDispatcher(Services(seen), _pods, logs);
        var happenings = runtime.WatchAsync(_stop.Token);
        var feed = surroundings.Feed ?? (_ownFeed = new NodeFeed(commands.View));
        _observation = feed.Follow(options.NodeName, dispatcher.Tell);
        await dispatcher.AdoptAsync(cancellationToken);
        _usage = new UsageReader(options.NodeName, () => _pods.All.Select(static worker => worker.Record), runtime, commands.Time);
        Run(() => dispatcher.RunAsync(_stop.Token));
        Run(() => ListenAsync(happenings, dispatcher));
        Run(() => EveryAsync(options.ResyncPeriod, () => { dispatcher.Tell(new AgentInput.Resync()); return Task.CompletedTask; }));
        if (surroundings.AliveFor is not null)
        {
            Run(() => EveryAsync(options.Fencing.Period, () => { _fence.Check(); return Task.CompletedTask; }));
        }

        if (!options.IsMember)
        {
            Run(() => EveryAsync(options.LeasePeriod, () => registrar.RenewAsync(_stop.Token)));
        }

        if (network is not null)
        {
            Run(() => FollowAsync(network, registrar));
        }

        Run(() => EveryAsync(options.StatusPeriod, () => registrar.ReportAsync(_stop.Token)));
    }

    /// <summary>Lets go of everything. Containers go on.</summary>
    public async Task StopAsync()
    {
        // Whoever is dead says so before it falls silent: the guard then needn't wait for the last vouch to end.
        _fence?.Check();
        _observation?.Dispose();
        _ownFeed?.Dispose();
        await _stop.CancelAsync();
        await Task.WhenAll(_loops);
        await Task.WhenAll(_pods.All.Select(static worker => worker.DisposeAsync().AsTask()));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _fence?.Dispose();
        _usage?.Dispose();
        _images.Dispose();
        _gate.Dispose();
        _stop.Dispose();
    }

    private PodServices Services(NodeObservation seen)
    {
        var directories = new PodDirectories(options.DataDirectory, runtime.RunsProcesses);
        var sources = new ViewConfigSources(commands.View);
        var podEvents = new PodEvents(events, options.NodeName);
        var node = new NodeContext
        {
            Options = options,
            Commands = commands,
            Runtime = runtime,
            Events = podEvents,
            Sources = sources,
            Directories = directories,
            Gate = _gate,
            Dns = new DnsFacts(options.ClusterDns, options.ClusterDomain, HostDns.Read()),
            Facts = new NodeFacts(seen.Runtime.Name, options.NodeAddresses),
            Allocatable = NodeReport.Allocatable(seen),
            Surroundings = surroundings,
            Tokens = surroundings.Tokens is { } tokens ? new TokenKeeper(tokens, commands.Time) : null,
            Fence = _fence!,
        };
        var words = new TerminationLog(directories, runtime);
        var hooks = new HookRunner(runtime, surroundings.Network, commands.Time);
        var images = new ImageEnsurer(_images, new PullSecrets(sources), podEvents, commands.Time);
        return new PodServices(
            node,
            new VolumeManager(directories, commands.Time, logs.CreateLogger<VolumeManager>()),
            new ContainerStarter(node, images, hooks, words),
            new ContainerStopper(node, hooks),
            words,
            new ProbeRunner(runtime, surroundings.Network));
    }

    /// <summary>The workers see for themselves what it means for their pods.</summary>
    private void OnFence(bool closed)
    {
        if (closed)
        {
            LogFenced(_logger, options.NodeName);
        }
        else
        {
            LogReleased(_logger, options.NodeName);
        }

        foreach (var worker in _pods.All)
        {
            worker.Post(new PodMessage.Tick());
        }
    }

    private WriteOptions Writing() => new()
    {
        User = new UserInfo { Username = "system:node:" + options.NodeName, Groups = ["system:nodes", "system:authenticated"] },
        Cause = $"node {options.NodeName}",
    };

    private static async Task ListenAsync(IAsyncEnumerable<RuntimeEvent> happenings, PodDispatcher dispatcher)
    {
        await foreach (var item in happenings)
        {
            dispatcher.Tell(new AgentInput.FromRuntime(item));
        }
    }

    /// <summary>Looks at the pods' network whenever the Node changes, and now and then; tells at once when it has come or gone.</summary>
    private async Task FollowAsync(PodNetworkKeeper network, NodeRegistrar registrar)
    {
        using var changes = new OwnNodeObserver(options.NodeName, commands.Time);
        using var observation = commands.View.Observe(changes);
        while (true)
        {
            try
            {
                var before = network.Problem;
                await network.EnsureAsync(_stop.Token);
                if (network.Problem != before)
                {
                    await registrar.ReportAsync(_stop.Token);
                }
            }
            catch (Exception e) when (!_stop.IsCancellationRequested)
            {
                LogFailed(_logger, e);
            }

            // Once a second while something is in the way.
            await changes.WaitAsync(network.Problem is null ? options.StatusPeriod : NetworkRetry, _stop.Token);
        }
    }

    /// <summary>Does it again and again, for the first time after a random part of the period.</summary>
    private async Task EveryAsync(TimeSpan period, Func<Task> action)
    {
        await Task.Delay(period * surroundings.Random.NextDouble(), commands.Time, _stop.Token);
        while (true)
        {
            try
            {
                await action();
            }
            catch (Exception e) when (!_stop.IsCancellationRequested)
            {
                // Once more when its time comes: the node must not be given up for one failure.
                LogFailed(_logger, e);
            }

            await Task.Delay(period, commands.Time, _stop.Token);
        }
    }

    private void Run(Func<Task> loop) => _loops.Add(Task.Run(async () =>
    {
        try
        {
            await loop();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Stopping.
        }
    }));

    [LoggerMessage(1, LogLevel.Error, "A periodic task of the node has failed")]
    private static partial void LogFailed(ILogger logger, Exception e);

    [LoggerMessage(2, LogLevel.Warning, "Node {Node} is fenced: no majority vouches for it; what must not run twice is killed, the rest goes on")]
    private static partial void LogFenced(ILogger logger, string node);

    [LoggerMessage(3, LogLevel.Information, "Node {Node} is vouched for again; what was killed starts by its restart policy")]
    private static partial void LogReleased(ILogger logger, string node);
}
