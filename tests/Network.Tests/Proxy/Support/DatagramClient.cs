using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorKube.Tests.Lab;

namespace ActorKube.Network.Tests.Proxy.Support;

/// <summary>One UDP socket that goes on sending to the same service: one flow for the kernel.</summary>
internal sealed class DatagramClient : IDisposable
{
    private readonly Socket _socket;

    public DatagramClient(string from, string address, int port)
    {
        _socket = InNamespace.Run(from, static () => new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp));
        _socket.Connect(new IPEndPoint(IPAddress.Parse(address), port));
    }

    public async Task<Answer> AskAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        var buffer = new byte[256];
        await _socket.SendAsync("who"u8.ToArray(), limit.Token);
        return Answer.Parse(Encoding.ASCII.GetString(buffer, 0, await _socket.ReceiveAsync(buffer, limit.Token)));
    }

    public void Dispose() => _socket.Dispose();
}
