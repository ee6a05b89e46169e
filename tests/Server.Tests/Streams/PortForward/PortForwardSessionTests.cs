using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorKube.Server.Streams;
using ActorKube.Server.Streams.PortForward;
using ActorKube.Server.Tests.Streams.Spdy;
using ActorKube.Tests.Ports;

namespace ActorKube.Server.Tests.Streams.PortForward;

/// <summary>A session on a real port of this machine, which plays the pod's.</summary>
public sealed class PortForwardSessionTests : IAsyncLifetime
{
    private const int Limit = 30_000;
    private readonly TcpListener _pod = new(IPAddress.Loopback, 0);
    private readonly SpdyClient _client = new();
    private PortForwardSession? _session;
    private Task _running = Task.CompletedTask;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Port => ((IPEndPoint)_pod.LocalEndpoint).Port;

    public ValueTask InitializeAsync()
    {
        _pod.Start();
        _session = new PortForwardSession(_client.Server, new LoopbackPorts(), "web");
        _client.Start(CancellationToken.None);
        _running = _session.RunAsync(Cancellation);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _client.CloseAsync();
        await _running;
        await _client.DisposeAsync();
        _session?.Dispose();
        _pod.Dispose();
    }

    [Fact(Timeout = Limit)]
    public async Task Session_RequestAndHalfClose_GetsItsWholeAnswer()
    {
        var (data, error) = await OpenAsync("0", Port);
        using var pod = await _pod.AcceptTcpClientAsync(Cancellation);
        await _client.WriteAsync(data, "ping"u8.ToArray(), isLast: true);
        using var reader = new StreamReader(pod.GetStream());
        Assert.Equal("ping", await reader.ReadToEndAsync(Cancellation));

        await pod.GetStream().WriteAsync(new byte[1_000_000], Cancellation);
        pod.Close();

        Assert.Equal(1_000_000, (await _client.Of(data).ReadToEndAsync()).Length);
        Assert.Empty(await _client.Of(error).ReadToEndAsync());
    }

    [Fact(Timeout = Limit)]
    public async Task Session_NobodyListens_SaysSoOnTheErrorStream()
    {
        var port = FreePorts.One();
        var (data, error) = await OpenAsync("0", port);

        Assert.Equal($"error forwarding port {port} to pod web: Connection refused", Encoding.UTF8.GetString(await _client.Of(error).ReadToEndAsync()));
        await _client.Of(data).Reset.Task.WaitAsync(Cancellation);

        // Others aren't touched by that.
        await OpenAsync("1", Port);
        using var pod = await _pod.AcceptTcpClientAsync(Cancellation);
    }

    [Fact(Timeout = Limit)]
    public async Task Session_ManyAtOnce_AreKeptApart()
    {
        const int Count = 100;
        var echoes = Enumerable.Range(0, Count).Select(_ => EchoAsync()).ToList();
        var streams = new List<uint>();
        for (var i = 0; i < Count; i++)
        {
            streams.Add((await OpenAsync(i.ToString(CultureInfo.InvariantCulture), Port)).Data);
        }

        foreach (var id in streams)
        {
            await _client.WriteAsync(id, Encoding.ASCII.GetBytes($"I am {id}"), isLast: true);
        }

        foreach (var id in streams)
        {
            Assert.Equal($"I am {id}", Encoding.ASCII.GetString(await _client.Of(id).ReadToEndAsync()));
        }

        await Task.WhenAll(echoes);
    }

    [Fact(Timeout = Limit)]
    public async Task Session_ClientResets_ThePodIsLeft()
    {
        var (data, error) = await OpenAsync("0", Port);
        using var pod = await _pod.AcceptTcpClientAsync(Cancellation);

        await _client.ResetAsync(data);

        Assert.Equal(0, await pod.GetStream().ReadAsync(new byte[1], Cancellation));
        Assert.Empty(await _client.Of(error).ReadToEndAsync());
    }

    [Fact(Timeout = Limit)]
    public async Task Session_ClientGoes_AllPodsAreLeft()
    {
        await OpenAsync("0", Port);
        using var pod = await _pod.AcceptTcpClientAsync(Cancellation);

        await _client.CloseAsync();

        await _running;
        Assert.Equal(0, await pod.GetStream().ReadAsync(new byte[1], Cancellation));
    }

    [Theory(Timeout = Limit)]
    [InlineData("streamtype", "data")]
    [InlineData("streamtype", "data", "port", "0")]
    [InlineData("streamtype", "data", "port", "70000")]
    [InlineData("streamtype", "data", "port", "http")]
    [InlineData("streamtype", "stdin", "port", "80")]
    [InlineData("port", "80")]
    public async Task Session_HeadersOfNoConnection_AreRefused(params string[] headers)
    {
        var id = await _client.OpenAsync([.. headers.Chunk(2).Select(h => (h[0], h[1]))]);

        await _client.Of(id).Reset.Task.WaitAsync(Cancellation);
    }

    [Fact(Timeout = Limit)]
    public async Task Session_OldClientWithoutRequestIds_IsUnderstood()
    {
        var port = ("port", Port.ToString(CultureInfo.InvariantCulture));
        await _client.OpenAsync(("streamtype", "error"), port);
        var data = await _client.OpenAsync(("streamtype", "data"), port);
        await EchoAfterAsync(() => _client.WriteAsync(data, "x"u8.ToArray(), isLast: true));

        Assert.Equal("x"u8.ToArray(), await _client.Of(data).ReadToEndAsync());
    }

    [Fact(Timeout = Limit)]
    public async Task Session_Ping_IsAnswered()
    {
        await _client.PingAsync(1);

        await _client.Of(0).Ended.Task.WaitAsync(Cancellation);
    }

    private async Task<(uint Data, uint Error)> OpenAsync(string request, int port)
    {
        (string, string)[] common = [("port", port.ToString(CultureInfo.InvariantCulture)), ("requestid", request)];
        var error = await _client.OpenAsync([("streamtype", "error"), .. common]);
        var data = await _client.OpenAsync([("streamtype", "data"), .. common]);
        await _client.Of(data).Replied.Task.WaitAsync(Cancellation);
        return (data, error);
    }

    private async Task EchoAsync()
    {
        using var pod = await _pod.AcceptTcpClientAsync(Cancellation);
        await pod.GetStream().CopyToAsync(pod.GetStream(), Cancellation);
    }

    private async Task EchoAfterAsync(Func<Task> write)
    {
        var echo = EchoAsync();
        await write();
        await echo;
    }

    private sealed class LoopbackPorts : IPodPorts
    {
        public async Task<IPodConnection> ConnectAsync(int port, CancellationToken cancellationToken)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return new Connection(socket);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                throw new IOException(e.Message, e);
            }
            catch
            {
                // The session was over in the moment in which the connection came about.
                socket.Dispose();
                throw;
            }
        }

        private sealed class Connection(Socket socket) : IPodConnection
        {
            public Stream Stream { get; } = new NetworkStream(socket, ownsSocket: true);

            public void CloseWrite() => socket.Shutdown(SocketShutdown.Send);

            public ValueTask DisposeAsync() => Stream.DisposeAsync();
        }
    }
}
