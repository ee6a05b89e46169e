namespace ActorKube.NodeAgent.Runtimes;

/// <summary>What flows in and out of containers.</summary>
public interface IStreamRuntime
{
    /// <summary>Reads a container's log, also of a dead one, until its end or, when following, until the container ends.</summary>
    IAsyncEnumerable<OutputChunk> ReadLogsAsync(string containerId, LogOptions options, CancellationToken cancellationToken);

    /// <summary>Runs a command in a running container and collects its output: for probes and hooks.</summary>
    /// <param name="timeout">After it the command is killed and <see cref="ExecResult.TimedOut"/> is set.</param>
    Task<ExecResult> ExecSyncAsync(string containerId, IReadOnlyList<string> command, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Starts a command in a running container with its streams connected.</summary>
    Task<IExecSession> ExecAsync(string containerId, ExecRequest request, CancellationToken cancellationToken);

    /// <summary>Connects to the streams of a container's main process. What it wrote earlier is in the log only, unless it has just started.</summary>
    /// <param name="stdin">Also write to its stdin; it must have been made with one.</param>
    Task<IExecSession> AttachAsync(string containerId, bool stdin, CancellationToken cancellationToken);
}
