using System.Net;
using System.Net.Sockets;
using ActorKube.Engine.Views;
using ActorKube.Network.Dns.Messages;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Dns;

/// <summary>
/// The DNS of a node, over UDP and TCP: the names of the cluster as the node's view shows them at that moment, so that a change is served as soon as its event is there and never the state
/// before; other names from servers further up, with a cache.
/// </summary>
public sealed partial class DnsServer : IAsyncDisposable
{
    private const int Receivers = 2;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly DnsResolver _resolver;
    private readonly AttachedNetworks _networks = new();
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Socket _udp;
    private readonly TcpPort _tcp;
    private readonly List<Task> _running = [];
    private long _questions;
    private long _strangers;

    /// <summary>Listens, and answers after <see cref="Start"/>.</summary>
    /// <exception cref="SocketException">The address or the port can't be had.</exception>
    public DnsServer(DnsServerOptions options, ObjectView view, TimeProvider time, ILogger<DnsServer> log)
    {
        (_time, _log) = (time, log);
        _resolver = new DnsResolver(options, view, time);
        _udp = new Socket(options.Listen.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            _udp.Bind(options.Listen);

            // The same port, also where any was asked for.
            _tcp = new TcpPort(Address, ServeAsync, time, log, options.MaxConnections);
        }
        catch
        {
            _udp.Dispose();
            _networks.Dispose();
            throw;
        }
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address => (IPEndPoint)_udp.LocalEndPoint!;

    public DnsServerCounts Counts => new(Interlocked.Read(ref _questions), _resolver.Forwarded, _resolver.Failures, Interlocked.Read(ref _strangers));

    public void Start()
    {
        for (var i = 0; i < Receivers; i++)
        {
            _running.Add(Task.Run(ReceiveAsync));
        }

        _tcp.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        await _tcp.DisposeAsync();
        _udp.Dispose();
        _networks.Dispose();
        _stop.Dispose();
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[ushort.MaxValue];
        var sender = new SocketAddress(_udp.AddressFamily);
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var length = await _udp.ReceiveFromAsync(buffer, SocketFlags.None, sender, _stop.Token);
                if (IsWelcome(((IPEndPoint)Address.Create(sender)).Address) && DnsReader.ReadQuery(buffer.AsSpan(0, length)) is { } query)
                {
                    await AnswerAsync(query, sender);
                }
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (SocketException e)
            {
                // Of one client, which is no longer there.
                LogLost(_log, e.Message);
            }
            catch (Exception e)
            {
                LogFailed(_log, "over UDP", e);
            }
        }
    }

    private bool IsWelcome(IPAddress client)
    {
        Interlocked.Increment(ref _questions);
        var isWelcome = _networks.Contain(client);
        if (!isWelcome)
        {
            Interlocked.Increment(ref _strangers);
        }

        return isWelcome;
    }

    /// <summary>What is known at once is sent before the next question is read; what others are asked for doesn't hold up anybody.</summary>
    private async Task AnswerAsync(DnsQuery query, SocketAddress sender)
    {
        var answering = _resolver.AnswerAsync(query, _stop.Token);
        if (answering.IsCompleted)
        {
            Send(query, await answering, sender);
            return;
        }

        var client = new SocketAddress(sender.Family, sender.Size);
        sender.Buffer[..sender.Size].CopyTo(client.Buffer);
        _ = AnswerLaterAsync(query, client, answering.AsTask());
    }

    private async Task AnswerLaterAsync(DnsQuery query, SocketAddress client, Task<DnsAnswer> answering)
    {
        try
        {
            Send(query, await answering, client);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException && _stop.IsCancellationRequested)
        {
            // Stopping.
        }
        catch (Exception e)
        {
            LogFailed(_log, query.Question?.ToString() ?? "", e);
        }
    }

    /// <summary>At once: .NET's asynchronous sending loses one answer in some 300,000 if two are sent at a time, because one of them forgets the other's address.</summary>
    private void Send(DnsQuery query, DnsAnswer answer, SocketAddress client) => _udp.SendTo(DnsWriter.Write(query, answer, query.Payload), SocketFlags.None, client);

    /// <summary>One question after the other, until the client has gone or has nothing to ask for a while.</summary>
    private async Task ServeAsync(Socket client, CancellationToken cancellationToken)
    {
        await using var stream = new NetworkStream(client);
        var address = ((IPEndPoint)client.RemoteEndPoint!).Address;
        while (true)
        {
            using var timer = new CancellationTokenSource(Idle, _time);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
            if (await DnsFrames.ReadAsync(stream, limit.Token) is not { } message || !IsWelcome(address) || DnsReader.ReadQuery(message) is not { } query)
            {
                return;
            }

            var answer = await _resolver.AnswerAsync(query, cancellationToken);
            await DnsFrames.WriteAsync(stream, DnsWriter.Write(query, answer, ushort.MaxValue), limit.Token);
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "An answer was lost: {Error}")]
    private static partial void LogLost(ILogger log, string error);

    [LoggerMessage(2, LogLevel.Error, "A question could not be answered: {Question}")]
    private static partial void LogFailed(ILogger log, string question, Exception exception);
}
