using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorKube.Tests.Lab;

namespace ActorKube.Network.Tests.Proxy.Support;

/// <summary>Whom a client has reached, and as whom.</summary>
internal sealed record Answer(int Pod, string SeenAs)
{
    public static Answer Parse(string line) => line.Trim().Split(' ') is [var pod, var address] ? new Answer(int.Parse(pod, System.Globalization.CultureInfo.InvariantCulture), address) : throw new FormatException(line);
}

/// <summary>An open TCP connection from a namespace to a service.</summary>
internal sealed class PodClient : IDisposable
{
    private readonly Socket _socket;
    private readonly StreamReader _reader;

    private PodClient(Socket socket) => (_socket, _reader) = (socket, new StreamReader(new NetworkStream(socket), Encoding.ASCII));

    public Answer Answer { get; private set; } = null!;

    /// <exception cref="SocketException">It is refused.</exception>
    /// <exception cref="OperationCanceledException">Nobody answers within the time.</exception>
    public static async Task<PodClient> ConnectAsync(string from, string address, int port, TimeSpan? patience = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(patience ?? TimeSpan.FromSeconds(30));
        var socket = InNamespace.Run(from, static () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(address), port), limit.Token);
            var client = new PodClient(socket);
            client.Answer = Answer.Parse(await client._reader.ReadLineAsync(limit.Token) ?? "");
            return client;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Connects, and hangs up.</summary>
    public static async Task<Answer> AskAsync(string from, string address, int port)
    {
        using var client = await ConnectAsync(from, address, port);
        return client.Answer;
    }

    /// <summary>The connection is still good.</summary>
    public async Task EchoAsync(string line)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        await _socket.SendAsync(Encoding.ASCII.GetBytes(line + "\n"), limit.Token);
        Assert.Equal(line, await _reader.ReadLineAsync(limit.Token));
    }

    public void Dispose()
    {
        _reader.Dispose();
        _socket.Dispose();
    }
}
