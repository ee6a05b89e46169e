using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorKube.Tests.Lab;

namespace ActorKube.Network.Tests.Proxy.Support;

/// <summary>A server in a pod, on port 8080 over TCP and UDP: says its number and whom it takes for its client, then echoes lines.</summary>
internal sealed class PodServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Socket _tcp;
    private readonly Socket _udp;
    private readonly int _number;
    private readonly Task _running;

    public PodServer(string pod, int number)
    {
        _number = number;
        (_tcp, _udp) = InNamespace.Run(pod, static () => (new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp), new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)));
        _tcp.Bind(new IPEndPoint(IPAddress.Any, 8080));
        _tcp.Listen(512);
        _udp.Bind(new IPEndPoint(IPAddress.Any, 8080));
        _running = Task.WhenAll(AcceptAsync(), AnswerAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _tcp.Dispose();
        _udp.Dispose();
        _stop.Dispose();
    }

    private static string Greeting(int number, EndPoint? client) => $"{number} {((IPEndPoint)client!).Address}\n";

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(EchoAsync(await _tcp.AcceptAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task EchoAsync(Socket client)
    {
        using (client)
        {
            try
            {
                await client.SendAsync(Encoding.ASCII.GetBytes(Greeting(_number, client.RemoteEndPoint)), _stop.Token);
                var buffer = new byte[1024];
                while (await client.ReceiveAsync(buffer, _stop.Token) is var length and > 0)
                {
                    await client.SendAsync(buffer.AsMemory(0, length), _stop.Token);
                }
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // The client is gone, or the test over.
            }
        }
    }

    private async Task AnswerAsync()
    {
        var buffer = new byte[1024];
        try
        {
            while (true)
            {
                var received = await _udp.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
                await _udp.SendToAsync(Encoding.ASCII.GetBytes(Greeting(_number, received.RemoteEndPoint)), received.RemoteEndPoint, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
