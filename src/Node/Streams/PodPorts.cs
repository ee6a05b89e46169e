using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Streams;

/// <summary>The ports of one pod, which has this sandbox. Thread-safe.</summary>
public sealed class PodPorts(ISandboxRuntime runtime, string sandboxId)
{
    /// <exception cref="IOException">Nothing listens there, or the sandbox has ended.</exception>
    public async Task<ISandboxConnection> ConnectAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            return await runtime.ConnectAsync(sandboxId, port, cancellationToken);
        }
        catch (RuntimeException e)
        {
            throw new IOException(e.Message, e);
        }
    }
}
