using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network;

/// <summary>A TCP port of this machine. Connections that come to it are served side by side, each until its service returns, and closed then.</summary>
internal sealed partial class TcpPort : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _open = [];
    private readonly Func<Socket, CancellationToken, Task> _serve;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _places;
    private readonly Socket _listener;
    private Task _accepting = Task.CompletedTask;

    /// <summary>Listens. Who connects is served after <see cref="Start"/>.</summary>
    /// <param name="serve">Talks to a client. That its connection breaks or is cancelled is nothing special; what else is thrown is logged as an error.</param>
    /// <param name="maxConnections">Who comes beyond that waits until one of these has ended.</param>
    /// <exception cref="SocketException">The address isn't this machine's, or the port is taken.</exception>
    public TcpPort(IPEndPoint address, Func<Socket, CancellationToken, Task> serve, TimeProvider time, ILogger log, int maxConnections = int.MaxValue)
    {
        (_serve, _time, _log, _places) = (serve, time, log, new SemaphoreSlim(maxConnections));
        _listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _listener.Bind(address);
            _listener.Listen();
        }
        catch
        {
            Close();
            throw;
        }
    }

    /// <summary>Called once at most.</summary>
    public void Start() => _accepting = Task.Run(AcceptAllAsync);

    /// <summary>Nothing is accepted any more, and what is open is cut off. Afterwards the port can be had again.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;

        // Closed alone, it would listen for as long as a process that is just being started has it as well, and the port couldn't be opened again.
        _listener.Shutdown(SocketShutdown.Both);
        await Task.WhenAll(_open);
        Close();
    }

    private void Close()
    {
        _listener.Dispose();
        _places.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAllAsync()
    {
        try
        {
            while (true)
            {
                await _places.WaitAsync(_stop.Token);
                var client = await AcceptAsync();
                _open.RemoveAll(static t => t.IsCompleted);
                _open.Add(ServeAsync(client));
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed of.
        }
    }

    private async Task<Socket> AcceptAsync()
    {
        while (true)
        {
            try
            {
                return await _listener.AcceptAsync(_stop.Token);
            }
            catch (SocketException e)
            {
                // The client was gone before it was met, or descriptors have run out.
                LogLost(_log, e);
                await Task.Delay(Pause, _time, _stop.Token);
            }
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var connection = client;
        try
        {
            await _serve(connection, _stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            LogLost(_log, e);
        }
        catch (Exception e)
        {
            LogFailed(_log, e);
        }
        finally
        {
            _places.Release();
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "A connection was lost")]
    private static partial void LogLost(ILogger log, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "A connection could not be served")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
