using System.Runtime.CompilerServices;
using ActorKube.NodeAgent.Docker;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <content>Logs, commands and sessions.</content>
public sealed partial class DockerRuntime
{
    private const int ExecOutputLimit = 64 * 1024;

    /// <summary>Who attaches so soon wants to see all: <c>kubectl run -i</c> does as soon as it hears that the container runs, which may have said what it had to by then.</summary>
    private static readonly TimeSpan NewFor = TimeSpan.FromSeconds(5);

    public async IAsyncEnumerable<OutputChunk> ReadLogsAsync(string containerId, LogOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var details = await Errors.MapAsync(() => _docker.Containers.InspectAsync(containerId, cancellationToken));
        var query = new LogQuery(options.Stdout, options.Stderr, options.Follow, options.Timestamps, options.Tail, options.Since);
        var frames = _docker.Streams.ReadLogsAsync(containerId, query, details.Config.Tty, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (frames)
        {
            while (await Errors.MapAsync(() => frames.MoveNextAsync().AsTask()))
            {
                yield return new OutputChunk((OutputStream)frames.Current.Stream, frames.Current.Data);
            }
        }
    }

    public Task<ExecResult> ExecSyncAsync(string containerId, IReadOnlyList<string> command, TimeSpan timeout, CancellationToken cancellationToken) => Errors.MapAsync(async () =>
    {
        var execId = await _docker.Streams.CreateExecAsync(containerId, new ExecSpec { Cmd = command }, cancellationToken);
        var (stdout, stderr) = (new LimitedText(ExecOutputLimit), new LimitedText(ExecOutputLimit));
        using var expiry = new CancellationTokenSource(timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellationToken);
        try
        {
            await using var session = new DockerSession(_docker, await _docker.Streams.StartExecAsync(execId, tty: false, either.Token), containerId, execId, stdin: false, tty: false, _time);
            await foreach (var chunk in session.ReadOutputAsync(either.Token))
            {
                (chunk.Stream == OutputStream.Stderr ? stderr : stdout).Append(chunk.Data.Span);
            }

            return new ExecResult(await session.WaitForExitAsync(either.Token), stdout.ToString(), stderr.ToString(), TimedOut: false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await KillExecAsync(execId, cancellationToken);
            return new ExecResult(-1, stdout.ToString(), stderr.ToString(), TimedOut: true);
        }
    });

    public Task<IExecSession> ExecAsync(string containerId, ExecRequest request, CancellationToken cancellationToken) => Errors.MapAsync(async () =>
    {
        var spec = new ExecSpec { Cmd = request.Command, AttachStdin = request.Stdin, Tty = request.Tty };
        var execId = await _docker.Streams.CreateExecAsync(containerId, spec, cancellationToken);
        var stream = await _docker.Streams.StartExecAsync(execId, request.Tty, cancellationToken);
        return (IExecSession)new DockerSession(_docker, stream, containerId, execId, request.Stdin, request.Tty, _time);
    });

    public Task<IExecSession> AttachAsync(string containerId, bool stdin, CancellationToken cancellationToken) => Errors.MapAsync(async () =>
    {
        var before = await _docker.Containers.InspectAsync(containerId, cancellationToken);
        var isNew = before.State.StartedAt > _time.GetUtcNow() - NewFor;
        var stream = await _docker.Streams.AttachAsync(containerId, stdin, isNew, cancellationToken);
        try
        {
            // Looked at afterwards: the engine lets one attach to a dead container, and then waits for it to live.
            var details = await _docker.Containers.InspectAsync(containerId, cancellationToken);
            return details.State.Running
                ? (IExecSession)new DockerSession(_docker, stream, containerId, execId: null, stdin, details.Config.Tty, _time)
                : throw new RuntimeException(RuntimeError.Conflict, $"container {containerId} is not running");
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    });

    public async Task<ISandboxConnection> ConnectAsync(string sandboxId, int port, CancellationToken cancellationToken)
    {
        var details = await Errors.MapAsync(() => _docker.Containers.InspectAsync(sandboxId, cancellationToken));
        if (!details.State.Running)
        {
            throw new RuntimeException(RuntimeError.Conflict, $"sandbox {sandboxId} is not running");
        }

        var dialer = new SandboxDialer(_namespaces, Facts.IsLocal ? details.State.Pid : null, details.NetworkSettings.Addresses());
        return await dialer.ConnectAsync(port, cancellationToken);
    }

    // The engine has no call to end a command, but tells the process, and on this host that is enough.
    private async Task KillExecAsync(string execId, CancellationToken cancellationToken)
    {
        var details = await _docker.Streams.InspectExecAsync(execId, cancellationToken);
        if (Facts.IsLocal && details is { Running: true, Pid: > 1 })
        {
            // It may have ended in this instant, and then there is nothing to kill.
            _ = Libc.Kill(details.Pid, Libc.Sigkill);
        }
    }
}
