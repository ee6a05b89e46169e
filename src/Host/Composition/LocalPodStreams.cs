using System.Runtime.CompilerServices;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.Server.Streams;

namespace ActorKube.Host.Composition;

/// <summary>The streams of the pods of this host's own node.</summary>
internal sealed class LocalPodStreams(NodeAgent.Streams.IPodStreams node) : IPodStreams
{
    public Task<IAsyncEnumerable<ReadOnlyMemory<byte>>> ReadLogAsync(PodTarget target, LogQuery query, CancellationToken cancellationToken) =>
        node.ReadLogsAsync(target.Namespace, target.Pod, new NodeAgent.Streams.PodLogRequest
        {
            Container = target.Container,
            Previous = query.Previous,
            Follow = query.Follow,
            Timestamps = query.Timestamps,
            SinceTime = query.SinceTime,
            SinceSeconds = query.SinceSeconds,
            TailLines = query.TailLines,
            LimitBytes = query.LimitBytes,
        }, cancellationToken);

    public async Task<IRemoteProcess> ExecAsync(PodTarget target, IReadOnlyList<string> command, bool stdin, bool tty, CancellationToken cancellationToken) =>
        new RemoteProcess(await node.ExecAsync(target.Namespace, target.Pod, target.Container, new ExecRequest(command) { Stdin = stdin, Tty = tty }, cancellationToken).ConfigureAwait(false));

    public async Task<IRemoteProcess> AttachAsync(PodTarget target, bool stdin, CancellationToken cancellationToken) =>
        new RemoteProcess((await node.AttachAsync(target.Namespace, target.Pod, target.Container, stdin, cancellationToken).ConfigureAwait(false)).Session);

    public async Task<IPodPorts> OpenPortsAsync(PodTarget target, CancellationToken cancellationToken) =>
        new Ports(await node.OpenPortsAsync(target.Namespace, target.Pod, cancellationToken).ConfigureAwait(false));

    private sealed class Ports(NodeAgent.Streams.PodPorts ports) : IPodPorts
    {
        public async Task<IPodConnection> ConnectAsync(int port, CancellationToken cancellationToken) =>
            new Connection(await ports.ConnectAsync(port, cancellationToken).ConfigureAwait(false));
    }

    private sealed class Connection(ISandboxConnection connection) : IPodConnection
    {
        public Stream Stream => connection.Stream;

        public void CloseWrite() => connection.CloseWrite();

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }

    private sealed class RemoteProcess(IExecSession session) : IRemoteProcess
    {
        public Stream Input => session.Input;

        public async IAsyncEnumerable<(bool IsError, ReadOnlyMemory<byte> Data)> ReadOutputAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var chunk in session.ReadOutputAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return (chunk.Stream == OutputStream.Stderr, chunk.Data);
            }
        }

        public Task CloseInputAsync(CancellationToken cancellationToken) => session.CloseInputAsync(cancellationToken);

        public Task ResizeAsync(int columns, int rows, CancellationToken cancellationToken) => session.ResizeAsync(columns, rows, cancellationToken);

        public Task<int> WaitForExitAsync(CancellationToken cancellationToken) => session.WaitForExitAsync(cancellationToken);

        public ValueTask DisposeAsync() => session.DisposeAsync();
    }
}
