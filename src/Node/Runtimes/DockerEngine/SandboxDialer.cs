using System.Net;
using System.Net.Sockets;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <summary>
/// Connects to ports in a sandbox. A socket belongs for its life to the network namespace that it was made in, so it is enough to make it there: loopback then is the sandbox's.
/// Where that can't be done (a remote engine) the sandbox's address must do.
/// </summary>
/// <param name="process">A process in the sandbox, on this host; null if there is none.</param>
internal sealed class SandboxDialer(NamespaceThread namespaces, int? process, IReadOnlyList<string> addresses)
{
    public async Task<ISandboxConnection> ConnectAsync(int port, CancellationToken cancellationToken)
    {
        Exception? first = null;
        IPAddress[] targets = process is null ? [.. addresses.Select(IPAddress.Parse)] : [IPAddress.Loopback, IPAddress.IPv6Loopback];
        foreach (var address in targets)
        {
            try
            {
                return await ConnectAsync(new IPEndPoint(address, port), cancellationToken);
            }
            catch (Exception e) when (e is SocketException or IOException or UnauthorizedAccessException)
            {
                first ??= e;
            }
        }

        throw new RuntimeException(RuntimeError.Failed, $"failed to connect to port {port} inside the sandbox: {first?.Message ?? "it has no address"}", first);
    }

    private async Task<SandboxConnection> ConnectAsync(IPEndPoint target, CancellationToken cancellationToken)
    {
        var socket = process is { } id ? await namespaces.RunAsync(id, "net", Make) : Make();
        try
        {
            await socket.ConnectAsync(target, cancellationToken);
            return new SandboxConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        Socket Make() => new(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    }

    private sealed class SandboxConnection(Socket socket) : ISandboxConnection
    {
        public Stream Stream { get; } = new NetworkStream(socket, ownsSocket: true);

        public void CloseWrite()
        {
            try
            {
                socket.Shutdown(SocketShutdown.Send);
            }
            catch (SocketException e)
            {
                throw new IOException(e.Message, e);
            }
        }

        public ValueTask DisposeAsync() => Stream.DisposeAsync();
    }
}
