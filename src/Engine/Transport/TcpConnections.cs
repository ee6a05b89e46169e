using System.Net.Sockets;

namespace ActorKube.Engine.Transport;

/// <summary>How clients of HTTP connect.</summary>
public static class TcpConnections
{
    /// <summary>
    /// For <see cref="SocketsHttpHandler.ConnectCallback"/>. The handler asks each new connection for its other end, and a connection that was reset by then has none: its request would fail with a
    /// <see cref="SocketException"/> instead of an <see cref="HttpRequestException"/>. Asked here first, it is one, and the answer is kept.
    /// </summary>
    /// <exception cref="SocketException">There is no connection. The handler makes it an <see cref="HttpRequestException"/>.</exception>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            return StreamOf(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The same for a socket that is connected.</summary>
    /// <exception cref="SocketException">It no longer is.</exception>
    public static NetworkStream StreamOf(Socket socket)
    {
        _ = socket.RemoteEndPoint;
        return new NetworkStream(socket, ownsSocket: true);
    }
}
