using ActorKube.Ingresses.Forwarding;
using ActorKube.Ingresses.Metrics;
using ActorKube.Ingresses.Tls;
using Microsoft.Extensions.Logging;

namespace ActorKube.Ingresses.Listening;

/// <summary>The two ports of an ingress. Each is there or not for itself. Not thread-safe but for what says so.</summary>
internal sealed partial class Ports(IngressOptions options, RequestForwarder forwarder, Func<CertificateTable> certificates, IngressMeter meter, TimeProvider time, ILoggerFactory logs) : IAsyncDisposable
{
    private readonly ILogger _log = logs.CreateLogger<Ports>();
    private Listener? _http;
    private Listener? _https;
    private string? _told;

    public int? Http => _http?.Port;

    public int? Https => _https?.Port;

    /// <summary>Opens what isn't open.</summary>
    /// <returns>Why something isn't; null if all is.</returns>
    public async Task<string?> OpenAsync(CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        _http ??= await TryOpenAsync(options.HttpPort, null, problems, cancellationToken);
        _https ??= await TryOpenAsync(options.HttpsPort, certificates, problems, cancellationToken);
        forwarder.HttpsPort = Https ?? options.HttpsPort;
        var problem = problems.Count == 0 ? null : string.Join("; ", problems);
        if (problem is not null && problem != _told)
        {
            LogClosed(_log, problem);
        }
        else if (problem is null)
        {
            LogOpen(_log, Http!.Value, Https!.Value);
        }

        return _told = problem;
    }

    public async ValueTask DisposeAsync()
    {
        forwarder.Stop();
        await Task.WhenAll(new[] { _http, _https }.OfType<Listener>().Select(static l => l.DisposeAsync().AsTask()));
    }

    private async Task<Listener?> TryOpenAsync(int port, Func<CertificateTable>? certificates, List<string> problems, CancellationToken cancellationToken)
    {
        try
        {
            return await Listener.OpenAsync(options.Listen, port, certificates, forwarder.HandleAsync, meter, time, logs, cancellationToken);
        }
        catch (IOException e)
        {
            problems.Add($"port {port} can't be listened on: {e.Message}");
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Ingresses are served on the ports {Http} and {Https}")]
    private static partial void LogOpen(ILogger log, int http, int https);

    [LoggerMessage(2, LogLevel.Warning, "Ingresses can't be served as they should be: {Why}. It is tried again")]
    private static partial void LogClosed(ILogger log, string why);
}
