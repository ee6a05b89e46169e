using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActorKube.Ingresses.Tests.Support;

/// <summary>A backend that does exactly as it is told with each connection; for what no good server does.</summary>
internal sealed class RawBackend : IAsyncDisposable
{
    public const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<RawConnection, Task> _serve;
    private readonly Task _accepting;
    private readonly SemaphoreSlim _closed = new(0);
    private int _connections;
    private int _requests;

    /// <param name="serve">What is done with a connection, which is closed afterwards.</param>
    public RawBackend(Func<RawConnection, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public IPEndPoint Endpoint => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>Connections that were made.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Requests that were read whole, but for their bodies.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Until one more connection was closed here, which on one machine the other side then knows.</summary>
    public Task ClosedAsync() => _closed.WaitAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _closed.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                open.Add(ServeAsync(socket));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await _serve(new RawConnection(stream, () => Interlocked.Increment(ref _requests), _stop.Token));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The other side is gone, or the test over.
        }
        finally
        {
            await stream.DisposeAsync();
            _closed.Release();
        }
    }
}

/// <summary>One connection of a <see cref="RawBackend"/>.</summary>
internal sealed class RawConnection(NetworkStream stream, Action onRequest, CancellationToken stop)
{
    /// <summary>Reads a request to the end of its headers; false if the other side has closed.</summary>
    public async Task<bool> ReadRequestAsync()
    {
        var text = new StringBuilder();
        var buffer = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(buffer, stop) == 0)
            {
                return false;
            }

            text.Append((char)buffer[0]);
        }

        onRequest();
        return true;
    }

    public Task WriteAsync(string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text), stop).AsTask();

    /// <summary>Until the other side has closed, or the test is over.</summary>
    public async Task WaitForEndAsync()
    {
        var buffer = new byte[1024];
        while (await stream.ReadAsync(buffer, stop) > 0)
        {
        }
    }
}
