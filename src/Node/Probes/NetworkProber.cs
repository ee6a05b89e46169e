using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using ActorKube.Api.Text;
using ActorKube.Engine.Transport;

namespace ActorKube.NodeAgent.Probes;

/// <summary>Probes over this host's network. No connection is used twice: a probe is to find out whether a new one can be made.</summary>
public sealed class NetworkProber : INetworkProber, IDisposable
{
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public NetworkProber(TimeProvider time)
    {
        _time = time;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = TcpConnections.ConnectAsync,
            PooledConnectionLifetime = TimeSpan.Zero,

            // As the kubelet: whoever can answer is healthy, whatever its certificate.
#pragma warning disable CA5359
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
#pragma warning restore CA5359
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<ProbeOutcome> HttpAsync(HttpProbe probe, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(timeout, _time, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, probe.Url);
            request.Headers.TryAddWithoutValidation("User-Agent", "kube-probe/1.32");
            request.Headers.TryAddWithoutValidation("Accept", "*/*");
            foreach (var (name, value) in probe.Headers)
            {
                request.Headers.Remove(name);
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var code = (int)response.StatusCode;
            return code is >= 200 and < 400
                ? ProbeOutcome.Success
                : ProbeOutcome.Failure(string.Create(CultureInfo.InvariantCulture, $"HTTP probe failed with statuscode: {code}"));
        }
        catch (HttpRequestException e)
        {
            return ProbeOutcome.Failure($"Get \"{probe.Url}\": {Describe(e, probe.Url.Host, probe.Url.Port)}");
        }
        catch (OperationCanceledException) when (limit.IsOver)
        {
            return ProbeOutcome.Failure($"Get \"{probe.Url}\": context deadline exceeded (Client.Timeout exceeded while awaiting headers)");
        }
    }

    public async Task<ProbeOutcome> TcpAsync(string host, int port, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(timeout, _time, cancellationToken);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(host, port, limit.Token);
            return ProbeOutcome.Success;
        }
        catch (SocketException e)
        {
            return ProbeOutcome.Failure(Describe(e, host, port));
        }
        catch (OperationCanceledException) when (limit.IsOver)
        {
            return ProbeOutcome.Failure($"dial tcp {Address(host, port)}: i/o timeout");
        }
    }

    public async Task<ProbeOutcome> GrpcAsync(string host, int port, string service, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(timeout, _time, cancellationToken);
        try
        {
            using var request = GrpcHealth.Request(host, port, service);
            using var response = await _client.SendAsync(request, limit.Token);
            return GrpcHealth.Judge(await response.Content.ReadAsByteArrayAsync(limit.Token), response);
        }
        catch (HttpRequestException e)
        {
            return ProbeOutcome.Failure($"error: health rpc probe failed: {Describe(e, host, port)}");
        }
        catch (OperationCanceledException) when (limit.IsOver)
        {
            return ProbeOutcome.Failure($"timeout: failed to connect service \"{Address(host, port)}\" within {GoDurations.Text(timeout)}: context deadline exceeded");
        }
    }

    public void Dispose() => _client.Dispose();

    private static string Describe(Exception e, string host, int port) => (e as SocketException ?? e.InnerException as SocketException)?.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => $"dial tcp {Address(host, port)}: connect: connection refused",
        SocketError.HostUnreachable => $"dial tcp {Address(host, port)}: connect: no route to host",
        SocketError.NetworkUnreachable => $"dial tcp {Address(host, port)}: connect: network is unreachable",
        SocketError.TimedOut => $"dial tcp {Address(host, port)}: i/o timeout",
        _ => e.InnerException?.Message ?? e.Message,
    };

    private static string Address(string host, int port) =>
        (IPAddress.TryParse(host, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{host}]" : host) + ":" + port.ToString(CultureInfo.InvariantCulture);

    /// <summary>A token that is cancelled after a time, and knows whether it was that.</summary>
    private sealed class TimeLimit(TimeSpan limit, TimeProvider time, CancellationToken outer) : IDisposable
    {
        private readonly CancellationTokenSource _timer = new(limit, time);
        private CancellationTokenSource? _both;

        public CancellationToken Token => (_both ??= CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, outer)).Token;

        public bool IsOver => _timer.IsCancellationRequested && !outer.IsCancellationRequested;

        public void Dispose()
        {
            _both?.Dispose();
            _timer.Dispose();
        }
    }
}
