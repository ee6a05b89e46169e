using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ActorKube.NodeAgent.Runtimes.Simulated;

public sealed partial class SimulatedRuntime
{
    public async IAsyncEnumerable<OutputChunk> ReadLogsAsync(string containerId, LogOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var container = Find(containerId);
        foreach (var line in SelectLines(container, options))
        {
            yield return new OutputChunk(OutputStream.Stdout, Encoding.UTF8.GetBytes(line + "\n"));
        }

        if (options.Follow && container.Status.State == ContainerState.Running)
        {
            await container.Exit.Task.WaitAsync(cancellationToken);
        }
    }

    public async Task<ExecResult> ExecSyncAsync(string containerId, IReadOnlyList<string> command, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var container = FindRunning(containerId);
        await options.Faults.BeforeAsync(SimulatedOperation.Exec, containerId, cancellationToken);
        return container.ReadyAt > time.GetUtcNow() ? new ExecResult(1, "", "not ready yet", TimedOut: false) : container.Workload.Exec(command);
    }

    public async Task<IExecSession> ExecAsync(string containerId, ExecRequest request, CancellationToken cancellationToken)
    {
        var result = await ExecSyncAsync(containerId, request.Command, Timeout.InfiniteTimeSpan, cancellationToken);
        return new SimulatedSession(result.Stdout, result.Stderr, Task.FromResult(result.ExitCode));
    }

    public Task<IExecSession> AttachAsync(string containerId, bool stdin, CancellationToken cancellationToken) =>
        Task.FromResult<IExecSession>(new SimulatedSession("", "", FindRunning(containerId).Exit.Task));

    private SimulatedContainer FindRunning(string containerId)
    {
        var container = Find(containerId);
        return container.Status.State == ContainerState.Running
            ? container
            : throw new RuntimeException(RuntimeError.Conflict, $"Container {containerId} is not running");
    }

    // All lines have the container's start as their time.
    private static IEnumerable<string> SelectLines(SimulatedContainer container, LogOptions options)
    {
        if (container.Status.StartedAt is not { } time || !options.Stdout || time < options.Since)
        {
            return [];
        }

        var lines = options.Tail is { } tail ? container.Workload.Log.TakeLast((int)Math.Min(tail, int.MaxValue)) : container.Workload.Log;
        var prefix = options.Timestamps ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z '", CultureInfo.InvariantCulture) : "";
        return lines.Select(line => prefix + line);
    }
}
