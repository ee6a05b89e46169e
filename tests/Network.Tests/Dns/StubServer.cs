using System.Net;
using System.Net.Sockets;
using ActorKube.Network.Dns;
using ActorKube.Network.Dns.Messages;

namespace ActorKube.Network.Tests.Dns;

/// <summary>A server further up: answers every address question with one address, over UDP or, if it is to, only over TCP.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Socket _udp = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly TcpListener _tcp;
    private readonly bool _onlyTcp;
    private readonly Task _running;
    private int _asked;

    public StubServer(bool onlyTcp = false)
    {
        _onlyTcp = onlyTcp;
        _udp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _tcp = new TcpListener(Address);
        _tcp.Start();
        _running = Task.WhenAll(ReceiveAsync(), AcceptAsync());
    }

    public IPEndPoint Address => (IPEndPoint)_udp.LocalEndPoint!;

    public int Asked => Volatile.Read(ref _asked);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _udp.Dispose();
        _tcp.Dispose();
        _end.Dispose();
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[512];
        while (true)
        {
            var received = await _udp.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), _end.Token);
            var answer = Answer(buffer.AsSpan(0, received.ReceivedBytes).ToArray());
            if (_onlyTcp)
            {
                // Cut off: to be asked again.
                answer[2] |= 2;
            }

            await _udp.SendToAsync(answer, received.RemoteEndPoint, _end.Token);
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            using var client = await _tcp.AcceptTcpClientAsync(_end.Token);
            var message = await DnsFrames.ReadAsync(client.GetStream(), _end.Token);
            await DnsFrames.WriteAsync(client.GetStream(), Answer(message!), _end.Token);
        }
    }

    private byte[] Answer(byte[] message)
    {
        Interlocked.Increment(ref _asked);
        var query = DnsReader.ReadQuery(message)!;
        return DnsWriter.Write(query, new DnsAnswer(DnsCode.Success) { Answers = [new DnsRecord(query.Question!.Value.Name, 600, new AddressData(IPAddress.Parse("192.0.2.7")))] }, DnsQuery.PlainPayload);
    }
}
