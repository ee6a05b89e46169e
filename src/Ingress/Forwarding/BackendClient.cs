using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using ActorKube.Engine.Transport;

namespace ActorKube.Ingresses.Forwarding;

/// <summary>The connections to backends, straight to their endpoints, shared by all requests. Thread-safe.</summary>
internal sealed class BackendClient : IDisposable
{
    /// <summary>
    /// Connections that nobody uses are closed after 4 s. Servers close theirs as well, some after as little as 5 s, and a request that meets such an end on its way is lost if it must not be
    /// repeated. So we are first.
    /// </summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(4);

    /// <summary>How often an HTTP/2 connection with requests under way that hears nothing asks whether the other side is still there, and how long it waits for the answer.</summary>
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker _invoker;
    private readonly TimeProvider _time;
    private long _connections;

    public BackendClient(TimeProvider time)
    {
        _time = time;
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = ConnectAsync,
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = Ping,
            KeepAlivePingTimeout = Ping,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            MaxResponseDrainSize = 0,
            PooledConnectionIdleTimeout = Idle,
            RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
            UseCookies = false,
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions
            {
#pragma warning disable CA5359 // Pods have no certificate that says who they are; the cluster's network is what is trusted, as for backends without TLS.
                RemoteCertificateValidationCallback = static (_, _, _, _) => true,
#pragma warning restore CA5359
            },
        });
    }

    /// <summary>Connections that were made.</summary>
    public long Connections => Interlocked.Read(ref _connections);

    /// <summary>Completes when the headers of the answer are there.</summary>
    /// <exception cref="HttpRequestException">There was no answer; see <see cref="BackendUnreachableException.IsCauseOf"/>.</exception>
    public Task<HttpResponseMessage> SendAsync(BackendRequest message, CancellationToken cancellationToken) => _invoker.SendAsync(message, cancellationToken);

    public void Dispose() => _invoker.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var endpoint = new IPEndPoint(IPAddress.Parse(context.DnsEndPoint.Host), context.DnsEndPoint.Port);
        using var limit = new CancellationTokenSource(((BackendRequest)context.InitialRequestMessage).ConnectTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, either.Token);
            var stream = TcpConnections.StreamOf(socket);
            Interlocked.Increment(ref _connections);
            return stream;
        }
        catch (Exception e)
        {
            socket.Dispose();
            throw e switch
            {
                SocketException => new BackendUnreachableException(e.Message, isTimeout: false, e),
                OperationCanceledException when limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested => new BackendUnreachableException("no connection in time", isTimeout: true, e),
                _ => e,
            };
        }
    }
}
