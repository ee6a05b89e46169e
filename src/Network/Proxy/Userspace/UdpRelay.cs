using System.Net;
using System.Net.Sockets;
using ActorKube.Network.Addressing;
using ActorKube.Network.Proxy.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy.Userspace;

/// <summary>Relays datagrams. Each client has a socket to its backend, until neither has sent anything for a while or the backend is gone.</summary>
internal sealed partial class UdpRelay : IRelay
{
    /// <summary>As long as the kernel keeps a flow with traffic in both directions.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(120);

    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<IPEndPoint, UdpFlow> _flows = [];
    private readonly BackendPicker _picker;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Socket _socket;
    private readonly Task _receiving;
    private Route _route;

    /// <exception cref="SocketException">The address isn't this machine's, or the port is taken.</exception>
    public UdpRelay(Route route, BackendPicker picker, TimeProvider time, ILogger log)
    {
        (_route, _picker, _time, _log) = (route, picker, time, log);
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            _socket.Bind(new IPEndPoint(Ipv4.ToAddress(route.Frontend.Address), route.Frontend.Port));
        }
        catch
        {
            _socket.Dispose();
            throw;
        }

        _receiving = ReceiveAllAsync();
    }

    public void Use(Route route) => Volatile.Write(ref _route, route);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _receiving;
        _stop.Dispose();
    }

    private async Task ReceiveAllAsync()
    {
        await Task.Yield();
        using var socket = _socket;
        var buffer = new byte[ushort.MaxValue];
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var received = await socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
                if (await FlowOfAsync((IPEndPoint)received.RemoteEndPoint) is { } flow)
                {
                    await flow.SendAsync(buffer.AsMemory(0, received.ReceivedBytes), _stop.Token);
                }
            }
            catch (SocketException e)
            {
                // A datagram is lost, as datagrams may be.
                LogFailed(_log, e);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                break;
            }
        }

        foreach (var flow in _flows.Values)
        {
            await flow.DisposeAsync();
        }
    }

    private async ValueTask<UdpFlow?> FlowOfAsync(IPEndPoint client)
    {
        var route = Volatile.Read(ref _route);
        foreach (var (other, old) in _flows.Where(f => f.Value.IdleFor >= Idle || !route.Serving.Contains(f.Value.Backend.Address)).ToList())
        {
            _flows.Remove(other);
            await old.DisposeAsync();
        }

        if (!_flows.TryGetValue(client, out var flow) && _picker.Pick(route, client.Address) is { } backend)
        {
            _flows.Add(client, flow = new UdpFlow(backend, client, _socket, _time, _log));
        }

        return flow;
    }

    [LoggerMessage(1, LogLevel.Debug, "A datagram could not be relayed")]
    private static partial void LogFailed(ILogger log, Exception e);
}
