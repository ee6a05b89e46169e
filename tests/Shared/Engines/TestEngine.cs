using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ActorKube.Tests.Engines;

/// <summary>
/// A container engine for tests: the one that <c>DOCKER_HOST</c> or the usual socket leads to, else a dockerd of its own, which disposing stops without a trace.
/// </summary>
public sealed class TestEngine : IAsyncDisposable
{
    private const string DefaultSocket = "/var/run/docker.sock";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly OwnDaemon? _own;

    private TestEngine(string endpoint, OwnDaemon? own)
    {
        Endpoint = endpoint;
        _own = own;
    }

    /// <summary>In the form of <c>DOCKER_HOST</c>.</summary>
    public string Endpoint { get; }

    /// <summary>Finds or starts an engine.</summary>
    /// <exception cref="InvalidOperationException">None answers and none can be started.</exception>
    public static async Task<TestEngine> OpenAsync(CancellationToken cancellationToken)
    {
        var configured = Environment.GetEnvironmentVariable("DOCKER_HOST");
        if (!string.IsNullOrEmpty(configured))
        {
            return new TestEngine(configured, null);
        }

        if (await AnswersAsync(DefaultSocket, cancellationToken))
        {
            return new TestEngine($"unix://{DefaultSocket}", null);
        }

        var own = await OwnDaemon.StartAsync(cancellationToken);
        return new TestEngine($"unix://{own.Socket}", own);
    }

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }

    /// <summary>Returns when a daemon that was just started answers.</summary>
    /// <exception cref="InvalidOperationException">It has ended instead.</exception>
    internal static async Task WaitAsync(Process daemon, string socketPath, string log, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await AnswersAsync(socketPath, limit.Token))
        {
            if (daemon.HasExited)
            {
                throw new InvalidOperationException($"dockerd ended: {await File.ReadAllTextAsync(log, cancellationToken)}");
            }

            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>Whether an engine listens on the socket.</summary>
    internal static async Task<bool> AnswersAsync(string socketPath, CancellationToken cancellationToken)
    {
        if (!File.Exists(socketPath))
        {
            return false;
        }

        using var http = Client($"unix://{socketPath}");
        try
        {
            using var response = await http.GetAsync(new Uri("http://docker/_ping"), cancellationToken);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>A plain client of an engine, for what a test must not do through the code under test.</summary>
    public static HttpClient Client(string endpoint) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = async (_, cancellationToken) =>
        {
            var uri = new Uri(endpoint);
            var socket = uri.Scheme == "unix" ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
            EndPoint target = uri.Scheme == "unix" ? new UnixDomainSocketEndPoint(uri.AbsolutePath) : new DnsEndPoint(uri.Host, uri.Port);
            try
            {
                await socket.ConnectAsync(target, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    });
}
