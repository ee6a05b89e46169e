using ActorKube.NodeAgent.Docker;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Pause;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Pool;
using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <summary>Runs pods on Docker Engine 20.10 or later, or on another engine that speaks its API.</summary>
public sealed partial class DockerRuntime : IContainerRuntime
{
    private readonly DockerRuntimeOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<DockerRuntime> _logger;
    private readonly DockerClient _docker;
    private readonly EngineNames _names;
    private readonly SandboxTable _sandboxes = new();
    private readonly StartGate _gate;
    private readonly WarmPool _pool;
    private readonly RuntimeEventHub _events;
    private readonly CancellationTokenSource _stop = new();
    private Task _following = Task.CompletedTask;
    private EngineFacts? _facts;

    /// <param name="random">Names of warm sandboxes are drawn from it; two runtimes of one node must not share a seed.</param>
    public DockerRuntime(DockerRuntimeOptions options, TimeProvider time, Random random, ILogger<DockerRuntime> logger)
    {
        options.Validate();
        _options = options;
        _time = time;
        _random = random;
        _logger = logger;
        _docker = new DockerClient(options.Endpoint is null ? DockerEndpoint.FromEnvironment() : DockerEndpoint.Parse(options.Endpoint));
        _names = new EngineNames(options.NodeId);
        _gate = new StartGate(options.ParallelStarts, time);
        _events = new RuntimeEventHub(time);
        _pool = new WarmPool(options.WarmPool, () => CreateWarmAsync(_stop.Token), id => RemoveQuietlyAsync(id, _stop.Token), _gate, time, logger);
    }

    private EngineFacts Facts => _facts ?? throw new InvalidOperationException($"{nameof(StartAsync)} comes first");

    /// <summary>Sandboxes in the pool at this moment.</summary>
    public int WarmSandboxes => _pool.Count;

    /// <summary>Returns when at least so many are in it. For benchmarks and tests; pods needn't wait.</summary>
    public Task WaitForWarmSandboxesAsync(int count, CancellationToken cancellationToken) => _pool.WaitForAsync(count, cancellationToken);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Errors.MapAsync(async () =>
        {
            var version = await _docker.ConnectAsync(cancellationToken);
            var info = await _docker.GetInfoAsync(cancellationToken);
            var architecture = EngineFacts.GoArchitecture(info.Architecture);
            var image = await SandboxImage.EnsureAsync(_docker, architecture, cancellationToken);
            _facts = new EngineFacts(version.Version, architecture, image, _docker.Endpoint.IsLocal, new Cgroups(info.CgroupDriver, info.CgroupVersion));
        });
        _hostnames = new StartupHostname(_namespaces, Facts.Cgroups, _time, _logger);

        // Followed first, adopted second: what dies in between is seen.
        await FollowEventsAsync(cancellationToken);
        await Errors.MapAsync(() => AdoptAsync(cancellationToken));
        if (_options.PodBridge is null)
        {
            _pool.Start();
        }
    }

    public Task<RuntimeInfo> GetInfoAsync(CancellationToken cancellationToken) => Errors.MapAsync(async () =>
    {
        var info = await _docker.GetInfoAsync(cancellationToken);
        return new RuntimeInfo
        {
            Name = "docker",
            Version = info.ServerVersion,
            ApiVersion = _docker.Version.ToString(),
            KernelVersion = info.KernelVersion,
            OperatingSystem = info.OperatingSystem,
            Architecture = Facts.Architecture,
            Cpus = info.NCPU,
            MemoryBytes = info.MemTotal,
        };
    });

    public async ValueTask DisposeAsync()
    {
        // The pool is told first, so that it takes the end of what it is waiting for as its own.
        var pool = _pool.StopAsync();
        await _stop.CancelAsync();
        await Task.WhenAll(pool, _following);
        _namespaces.Dispose();
        _pool.Dispose();
        _networking.Dispose();
        _gate.Dispose();
        _docker.Dispose();
        _stop.Dispose();
    }

    private Task<ContainerListItem[]> ListAsync(CancellationToken cancellationToken, params string[] labels) =>
        _docker.Containers.ListAsync([EngineLabels.Of(EngineLabels.Node, _options.NodeId), .. labels], cancellationToken);
}
