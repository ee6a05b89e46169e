namespace ActorKube.NodeAgent.Runtimes.Simulated;

/// <summary>
/// A runtime in which containers start at once and nothing runs. All state is in memory; ids, addresses and, with seeded faults, delays are the same in every run that begins at the same time.
/// </summary>
public sealed partial class SimulatedRuntime(SimulatedRuntimeOptions options, TimeProvider time) : IContainerRuntime
{
    private readonly Lock _lock = new();
    private readonly RuntimeEventHub _events = new(time);
    private readonly AddressRange _addresses = new(options.PodNetwork);
    private readonly EntityTable<SimulatedSandbox> _sandboxes = new();
    private readonly EntityTable<SimulatedContainer> _containers = new();

    // A host that starts again has a new runtime, but remembers the containers of the last: no id may come again. A million a millisecond are enough.
    private long _lastId = time.GetUtcNow().ToUnixTimeMilliseconds() << 20;

    /// <inheritdoc/>
    public bool RunsProcesses => false;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<RuntimeInfo> GetInfoAsync(CancellationToken cancellationToken) => Task.FromResult(new RuntimeInfo
    {
        Name = "simulated",
        Version = "1.0.0",
        ApiVersion = "1.0",
        KernelVersion = "simulated",
        OperatingSystem = "simulated",
        Architecture = "amd64",
        Cpus = options.Cpus,
        MemoryBytes = options.MemoryBytes,
        DiskBytes = options.DiskBytes,
    });

    public IAsyncEnumerable<RuntimeEvent> WatchAsync(CancellationToken cancellationToken) => _events.FollowAsync(cancellationToken);

    public async Task PurgeAsync(CancellationToken cancellationToken)
    {
        foreach (var sandbox in await ListSandboxesAsync(cancellationToken))
        {
            await RemoveSandboxAsync(sandbox.Id, cancellationToken);
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            foreach (var container in _containers.All)
            {
                container.End?.Dispose();
            }
        }

        return ValueTask.CompletedTask;
    }

    // 64 hexadecimal digits, as Docker's: whatever shortens or checks ids meets the real form. Called under the lock.
    private string NextId() => $"{++_lastId:x16}".PadRight(64, '0');

    private static RuntimeException NoSuch(string what, string id) => new(RuntimeError.NotFound, $"No such {what}: {id}");
}
