using System.Runtime.CompilerServices;
using ActorKube.NodeAgent.Docker;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <summary>A session with a command, or with a container's main process if <paramref name="execId"/> is null.</summary>
internal sealed class DockerSession(DockerClient docker, HijackedStream stream, string containerId, string? execId, bool stdin, bool tty, TimeProvider time) : IExecSession
{
    // The engine closes the stream a moment before it notes the exit code: 1 ms, 2 ms, 4 ms ... 100 ms.
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LastDelay = TimeSpan.FromMilliseconds(100);

    public Stream Input => stdin ? stream : Stream.Null;

    public async IAsyncEnumerable<OutputChunk> ReadOutputAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var frame in FrameReader.ReadAsync(stream, tty, cancellationToken))
        {
            yield return new OutputChunk((OutputStream)frame.Stream, frame.Data);
        }
    }

    public Task CloseInputAsync(CancellationToken cancellationToken)
    {
        if (stdin)
        {
            stream.CloseWrite();
        }

        return Task.CompletedTask;
    }

    public async Task ResizeAsync(int columns, int rows, CancellationToken cancellationToken)
    {
        if (!tty)
        {
            return;
        }

        try
        {
            await (execId is null
                ? docker.Containers.ResizeAsync(containerId, columns, rows, cancellationToken)
                : docker.Streams.ResizeExecAsync(execId, columns, rows, cancellationToken));
        }
        catch (DockerException e) when (!e.IsUnreachable)
        {
            // The process has ended, or has not quite begun: there is no terminal whose size matters.
        }
        catch (DockerException e)
        {
            throw Errors.From(e);
        }
    }

    public Task<int> WaitForExitAsync(CancellationToken cancellationToken) => Errors.MapAsync(() =>
        execId is null ? docker.Containers.WaitAsync(containerId, cancellationToken) : WaitForExecAsync(execId, cancellationToken));

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async Task<int> WaitForExecAsync(string id, CancellationToken cancellationToken)
    {
        for (var delay = FirstDelay; ; delay = delay * 2 < LastDelay ? delay * 2 : LastDelay)
        {
            if (await docker.Streams.InspectExecAsync(id, cancellationToken) is { Running: false, ExitCode: { } code })
            {
                return code;
            }

            await Task.Delay(delay, time, cancellationToken);
        }
    }
}
