using System.Collections.Concurrent;

namespace ActorKube.Engine.Transport;

/// <summary>
/// The connections to other hosts. A connection on which something timed out is dropped: TCP would wait longer and longer before it tries again, while a
/// new connection finds out at once whether the way is open. Thread-safe.
/// </summary>
public sealed class PeerConnections(IPeerIdentity identity) : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, HttpMessageInvoker> _connections = new(StringComparer.Ordinal);

    public HttpMessageInvoker To(string address) => _connections.GetOrAdd(address, static (_, self) => self.Open(), this);

    /// <summary>The next request gets a new connection; those under way go on.</summary>
    public void Drop(string address, HttpMessageInvoker connection) => _connections.TryRemove(KeyValuePair.Create(address, connection));

    public static HttpRequestMessage Post(string address, string path, HttpContent content, Version version) => new(HttpMethod.Post, new Uri($"https://{address}{path}"))
    {
        Version = version,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Content = content,
    };

    public void Dispose()
    {
        foreach (var connection in _connections.Values)
        {
            connection.Dispose();
        }
    }

    private HttpMessageInvoker Open() => new(new SocketsHttpHandler
    {
        ConnectCallback = TcpConnections.ConnectAsync,
        SslOptions = PeerTrust.Client(identity),
        ConnectTimeout = ConnectTimeout,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        PooledConnectionLifetime = TimeSpan.FromHours(1),
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
    });
}
