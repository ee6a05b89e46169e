namespace ActorKube.NodeAgent.Runtimes;

/// <summary>
/// What the node agent asks of a container engine. Small on purpose: a <b>sandbox</b> is one network namespace with an address, a <b>container</b> runs in one.
/// <para>
/// Everything a runtime makes carries the node's id and the pod's identity, so that <see cref="ISandboxRuntime.ListSandboxesAsync"/> and
/// <see cref="IWorkloadRuntime.ListContainersAsync"/> give a restarted agent all that it needs to go on.
/// </para>
/// <para>All members are thread-safe. They throw <see cref="RuntimeException"/>; disposing stops background work and leaves every container running.</para>
/// </summary>
public interface IContainerRuntime : IImageRuntime, ISandboxRuntime, IWorkloadRuntime, IStreamRuntime, IAsyncDisposable
{
    /// <summary>Processes run in its containers, so that what a pod keeps in memory has to be mounted for them.</summary>
    bool RunsProcesses => true;

    /// <summary>Connects, takes over what an earlier process of this node left, and begins background work. Called once, before anything else.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    Task<RuntimeInfo> GetInfoAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Follows what happens to this node's sandboxes and containers, from the moment of the call until cancellation. A <see cref="RuntimeEventKind.Resync"/> comes first and
    /// after every gap: whoever gets it must list once, since earlier events may have been missed. Each call is an independent follower.
    /// </summary>
    IAsyncEnumerable<RuntimeEvent> WatchAsync(CancellationToken cancellationToken);

    /// <summary>Removes every sandbox and container of this node, claimed or spare. Images stay. The runtime can then only be disposed.</summary>
    Task PurgeAsync(CancellationToken cancellationToken);
}
