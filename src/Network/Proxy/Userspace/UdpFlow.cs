using System.Net;
using System.Net.Sockets;
using ActorKube.Network.Addressing;
using ActorKube.Network.Proxy.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy.Userspace;

/// <summary>What one client and its backend send to each other.</summary>
internal sealed partial class UdpFlow : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Socket _far = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly TimeProvider _time;
    private readonly Task _answering;
    private long _last;

    /// <param name="near">Answers to <paramref name="client"/> go out by it.</param>
    public UdpFlow(Backend backend, IPEndPoint client, Socket near, TimeProvider time, ILogger log)
    {
        (Backend, _time, _last) = (backend, time, time.GetTimestamp());
        _far.Connect(new IPEndPoint(Ipv4.ToAddress(backend.Address), backend.Port));
        _answering = AnswerAsync(client, near, log);
    }

    public Backend Backend { get; }

    public TimeSpan IdleFor => _time.GetElapsedTime(Volatile.Read(ref _last));

    public async ValueTask SendAsync(ReadOnlyMemory<byte> datagram, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _last, _time.GetTimestamp());
        await _far.SendAsync(datagram, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _answering;
        _far.Dispose();
        _stop.Dispose();
    }

    private async Task AnswerAsync(IPEndPoint client, Socket near, ILogger log)
    {
        await Task.Yield();
        var buffer = new byte[ushort.MaxValue];
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var length = await _far.ReceiveAsync(buffer, _stop.Token);
                Volatile.Write(ref _last, _time.GetTimestamp());
                await near.SendToAsync(buffer.AsMemory(0, length), client, _stop.Token);
            }
            catch (SocketException e)
            {
                // Nobody listens there, for now; the client may send again.
                LogFailed(log, e);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                break;
            }
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "An answer could not be relayed")]
    private static partial void LogFailed(ILogger log, Exception e);
}
