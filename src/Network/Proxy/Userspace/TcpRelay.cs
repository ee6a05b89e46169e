using System.Net;
using System.Net.Sockets;
using ActorKube.Network.Addressing;
using ActorKube.Network.Proxy.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy.Userspace;

/// <summary>Relays TCP connections, each direction by itself until its end.</summary>
internal sealed class TcpRelay : IRelay
{
    private readonly BackendPicker _picker;
    private readonly TcpPort _port;
    private Route _route;

    /// <exception cref="SocketException">The address isn't this machine's, or the port is taken.</exception>
    public TcpRelay(Route route, BackendPicker picker, TimeProvider time, ILogger log)
    {
        (_route, _picker) = (route, picker);
        _port = new TcpPort(new IPEndPoint(Ipv4.ToAddress(route.Frontend.Address), route.Frontend.Port), RelayAsync, time, log);
        _port.Start();
    }

    public void Use(Route route) => Volatile.Write(ref _route, route);

    /// <summary>Nothing is accepted any more, and what is open is cut off.</summary>
    public ValueTask DisposeAsync() => _port.DisposeAsync();

    private async Task RelayAsync(Socket near, CancellationToken cancellationToken)
    {
        var address = ((IPEndPoint)near.RemoteEndPoint!).Address;
        if (_picker.Pick(Volatile.Read(ref _route), address) is not { } backend)
        {
            // The client sees a reset.
            near.LingerState = new LingerOption(true, 0);
            return;
        }

        using var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        await far.ConnectAsync(new IPEndPoint(Ipv4.ToAddress(backend.Address), backend.Port), cancellationToken);
        await Task.WhenAll(CopyAsync(near, far, cancellationToken), CopyAsync(far, near, cancellationToken));
    }

    private static async Task CopyAsync(Socket from, Socket to, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReceiveAsync(buffer, cancellationToken) is var length and > 0)
        {
            for (var sent = 0; sent < length;)
            {
                sent += await to.SendAsync(buffer.AsMemory(sent, length - sent), cancellationToken);
            }
        }

        to.Shutdown(SocketShutdown.Send);
    }
}
