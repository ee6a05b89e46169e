using System.Net;
using System.Net.Sockets;

namespace ActorKube.Ingresses.Tests.Support;

internal static class Clients
{
    /// <summary>A client for which every host name leads to a loopback port. It takes certificates as they come, and keeps nothing of its own.</summary>
    public static HttpClient To(int port, Action<SocketsHttpHandler>? change = null)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        change?.Invoke(handler);
        return new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(60) };
    }
}
