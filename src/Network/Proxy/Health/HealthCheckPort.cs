using System.Net;
using System.Net.Sockets;
using ActorKube.Network.Proxy.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy.Health;

/// <summary>
/// A port of the node on which one service's health is told, to each connection once. .NET's HttpListener isn't used: stopped at the wrong moment it never tells who waits for its next request,
/// and the proxy waits with it.
/// </summary>
internal sealed partial class HealthCheckPort : IAsyncDisposable
{
    private const int MaxRequestLength = 16 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Task _accepting;
    private HealthAnswer _answer = new(default, 0);

    /// <exception cref="SocketException">The port is taken.</exception>
    public HealthCheckPort(ushort port, TimeProvider time, ILogger log)
    {
        (_time, _log) = (time, log);
        try
        {
            _listener.Bind(new IPEndPoint(IPAddress.Any, port));
            _listener.Listen();
        }
        catch
        {
            _listener.Dispose();
            _stop.Dispose();
            throw;
        }

        _accepting = Task.Run(AcceptAllAsync);
    }

    public void Tell(ServiceName service, int endpoints) => Volatile.Write(ref _answer, new HealthAnswer(service, endpoints));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;

        // Closed alone, it would listen for as long as a process that is just being started has it as well, and the port couldn't be opened again.
        _listener.Shutdown(SocketShutdown.Both);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAllAsync()
    {
        var answers = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var connection = await _listener.AcceptAsync(_stop.Token);
                answers.RemoveAll(static a => a.IsCompleted);
                answers.Add(AnswerAsync(connection));
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                break;
            }
            catch (SocketException e)
            {
                // Who wanted to connect has gone, or there are too many connections.
                LogFailed(_log, e);
                await Task.Delay(TimeSpan.FromMilliseconds(10), _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(answers);
    }

    private async Task AnswerAsync(Socket connection)
    {
        using var limit = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token);
        try
        {
            await using var stream = new NetworkStream(connection, ownsSocket: true);
            if (await ReadMethodAsync(stream, either.Token) is { } method)
            {
                await stream.WriteAsync(Volatile.Read(ref _answer).ToHttp(hasBody: method != "HEAD"), either.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            LogFailed(_log, e);
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

    [LoggerMessage(1, LogLevel.Debug, "A health check could not be answered")]
    private static partial void LogFailed(ILogger log, Exception e);
}
