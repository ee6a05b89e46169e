using System.Net;
using System.Net.Sockets;
using ActorKube.Network.Proxy.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy.Health;

/// <summary>
/// A port of the node on which one service's health is told, to each connection once. .NET's HttpListener isn't used: stopped at the wrong moment it never tells who waits for its next request,
/// and the proxy waits with it.
/// </summary>
internal sealed class HealthCheckPort : IAsyncDisposable
{
    private const int MaxRequestLength = 16 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time;
    private readonly TcpPort _port;
    private HealthAnswer _answer = new(default, 0);

    /// <exception cref="SocketException">The port is taken.</exception>
    public HealthCheckPort(ushort port, TimeProvider time, ILogger log)
    {
        _time = time;
        _port = new TcpPort(new IPEndPoint(IPAddress.Any, port), AnswerAsync, time, log);
        _port.Start();
    }

    public void Tell(ServiceName service, int endpoints) => Volatile.Write(ref _answer, new HealthAnswer(service, endpoints));

    public ValueTask DisposeAsync() => _port.DisposeAsync();

    private async Task AnswerAsync(Socket connection, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await using var stream = new NetworkStream(connection);
        if (await ReadMethodAsync(stream, either.Token) is { } method)
        {
            await stream.WriteAsync(Volatile.Read(ref _answer).ToHttp(hasBody: method != "HEAD"), either.Token);
        }
    }

    /// <summary>Reads the whole request: a connection that is closed with something unread is reset, and the answer lost. Null if it ends early, or has no end.</summary>
    private static async Task<string?> ReadMethodAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var first = await reader.ReadLineAsync(cancellationToken);
        var length = 0;
        for (var line = first; line is { Length: > 0 }; line = await reader.ReadLineAsync(cancellationToken))
        {
            length += line.Length;
            if (length > MaxRequestLength)
            {
                return null;
            }
        }

        return first?.Split(' ')[0];
    }
}
