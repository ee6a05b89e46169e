using System.Net;
using System.Net.Sockets;
using ActorKube.Network.Addressing;
using ActorKube.Network.Proxy.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy.Userspace;

/// <summary>Relays TCP connections, each direction by itself until its end.</summary>
internal sealed partial class TcpRelay : IRelay
{
    private readonly CancellationTokenSource _stop = new();
    private readonly BackendPicker _picker;
    private readonly ILogger _log;
    private readonly Socket _listener;
    private readonly Task _accepting;
    private Route _route;

    /// <exception cref="SocketException">The address isn't this machine's, or the port is taken.</exception>
    public TcpRelay(Route route, BackendPicker picker, ILogger log)
    {
        (_route, _picker, _log) = (route, picker, log);
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _listener.Bind(new IPEndPoint(Ipv4.ToAddress(route.Frontend.Address), route.Frontend.Port));
            _listener.Listen();
        }
        catch
        {
            _listener.Dispose();
            throw;
        }

        _accepting = AcceptAllAsync();
    }

    public void Use(Route route) => Volatile.Write(ref _route, route);

    /// <summary>Nothing is accepted any more, and what is open is cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAllAsync()
    {
        await Task.Yield();
        using var listener = _listener;
        var open = new HashSet<Task>();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptAsync(_stop.Token);
                open.RemoveWhere(static t => t.IsCompleted);
                open.Add(RelayAsync(client));
            }
            catch (SocketException e)
            {
                // The client was gone before it was met, or descriptors have run out.
                LogFailed(_log, e);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                break;
            }
        }

        await Task.WhenAll(open);
    }

    private async Task RelayAsync(Socket client)
    {
        using var near = client;
        try
        {
            var address = ((IPEndPoint)client.RemoteEndPoint!).Address;
            if (_picker.Pick(Volatile.Read(ref _route), address) is not { } backend)
            {
                // The client sees a reset.
                client.LingerState = new LingerOption(true, 0);
                return;
            }

            using var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            near.NoDelay = true;
            await far.ConnectAsync(new IPEndPoint(Ipv4.ToAddress(backend.Address), backend.Port), _stop.Token);
            await Task.WhenAll(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (SocketException e)
        {
            LogFailed(_log, e);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The relay ends, and this with it.
        }
    }

    private async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReceiveAsync(buffer, _stop.Token) is var length and > 0)
        {
            for (var sent = 0; sent < length;)
            {
                sent += await to.SendAsync(buffer.AsMemory(sent, length - sent), _stop.Token);
            }
        }

        to.Shutdown(SocketShutdown.Send);
    }

    [LoggerMessage(1, LogLevel.Debug, "A relayed connection failed")]
    private static partial void LogFailed(ILogger log, Exception e);
}
