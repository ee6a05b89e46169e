namespace ActorKube.NodeAgent.Runtimes;

/// <summary>Sandboxes: one network namespace per pod, with its address, which outlives the containers in it.</summary>
public interface ISandboxRuntime
{
    /// <summary>
    /// Has sandboxes that are made from now on in this network; those that there are stay where they are. Idempotent, and to be called again now and then: what is missing is made anew. A runtime
    /// that was told to wait for a network refuses sandboxes before the first call.
    /// </summary>
    /// <exception cref="RuntimeException">It can't be had.</exception>
    Task UsePodNetworkAsync(PodNetworkConfig network, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Gives the pod a running sandbox. Idempotent per (pod uid, attempt): a second call returns the sandbox that the first one made, even across a crash in between.
    /// </summary>
    Task<SandboxStatus> CreateSandboxAsync(SandboxConfig config, CancellationToken cancellationToken);

    /// <summary>Ends the sandbox and its containers at once; graceful termination of containers comes before. Stopped or gone already is no error.</summary>
    Task StopSandboxAsync(string sandboxId, CancellationToken cancellationToken);

    /// <summary>Removes the sandbox and every container in it, with their logs. Gone already is no error.</summary>
    Task RemoveSandboxAsync(string sandboxId, CancellationToken cancellationToken);

    /// <summary>Null if there is no such sandbox.</summary>
    Task<SandboxStatus?> GetSandboxAsync(string sandboxId, CancellationToken cancellationToken);

    /// <summary>Every sandbox of this node that belongs to a pod, running or not.</summary>
    Task<IReadOnlyList<SandboxStatus>> ListSandboxesAsync(CancellationToken cancellationToken);

    /// <summary>Opens a connection to a TCP port in the sandbox, also to one that listens on its loopback only.</summary>
    /// <exception cref="RuntimeException"><see cref="RuntimeError.Failed"/> if nothing listens there.</exception>
    Task<ISandboxConnection> ConnectAsync(string sandboxId, int port, CancellationToken cancellationToken);

    /// <summary>Bytes through the sandbox's network; null if it has no network of its own.</summary>
    Task<NetworkUsage?> GetNetworkUsageAsync(string sandboxId, CancellationToken cancellationToken);
}
