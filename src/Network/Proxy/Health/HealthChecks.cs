using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using ActorKube.Network.Proxy.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy.Health;

/// <summary>
/// Answers load balancers that ask, on a service's own port, whether this node has endpoints of it: 200 or 503, in the words of kube-proxy.
/// </summary>
internal sealed partial class HealthChecks(ILogger log) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ushort, HealthCheckPort> _ports = [];

    /// <summary>Opens and closes ports, so that there is one for each service of the table that wants it.</summary>
    /// <returns>Services whose port can't be opened, and why.</returns>
    public async ValueTask<IReadOnlyDictionary<ServiceName, string>> UseAsync(ServiceTable table)
    {
        var wanted = table.Noted.Select(n => table.Find(n)!).Where(static s => s.HealthCheckPort != 0).OrderBy(static s => s.Name).ToList();
        var failures = new Dictionary<ServiceName, string>();
        var used = wanted.Select(static s => s.HealthCheckPort).ToHashSet();
        foreach (var port in _ports.Keys.Where(p => !used.Contains(p)).ToList())
        {
            if (_ports.TryRemove(port, out var gone))
            {
                await gone.DisposeAsync();
            }
        }

        foreach (var service in wanted.DistinctBy(static s => s.HealthCheckPort))
        {
            try
            {
                _ports.GetOrAdd(service.HealthCheckPort, static (port, log) => new HealthCheckPort(port, log), log).Tell(service.Name, service.LocalEndpoints);
            }
            catch (HttpListenerException e)
            {
                failures[service.Name] = $"the health check port {service.HealthCheckPort} can't be opened: {e.Message}";
            }
        }

        return failures;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var port in _ports.Values)
        {
            await port.DisposeAsync();
        }
    }

    private sealed class HealthCheckPort : IAsyncDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ILogger _log;
        private readonly Task _answering;
        private Answer _answer = new(default, 0);

        /// <exception cref="HttpListenerException">The port is taken.</exception>
        public HealthCheckPort(ushort port, ILogger log)
        {
            _log = log;
            _listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://*:{port}/"));
            _listener.Start();
            _answering = AnswerAllAsync();
        }

        public void Tell(ServiceName service, int endpoints) => Volatile.Write(ref _answer, new Answer(service, endpoints));

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _answering;
            _listener.Close();
        }

        private async Task AnswerAllAsync()
        {
            await Task.Yield();
            while (_listener.IsListening)
            {
                try
                {
                    Write((await _listener.GetContextAsync()).Response, Volatile.Read(ref _answer));
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
                {
                    // The listener was stopped, or the asker has gone.
                    if (_listener.IsListening)
                    {
                        LogFailed(_log, e);
                    }
                }
            }
        }

        private static void Write(HttpListenerResponse response, Answer answer)
        {
            response.StatusCode = answer.Endpoints > 0 ? 200 : 503;
            response.ContentType = "application/json";
            response.Headers["X-Content-Type-Options"] = "nosniff";
            response.Headers["X-Load-Balancing-Endpoint-Weight"] = answer.Endpoints.ToString(CultureInfo.InvariantCulture);
            response.Close(Encoding.UTF8.GetBytes(answer.Text), willBlock: false);
        }
    }

    /// <summary>Names are of DNS: nothing in them needs escaping.</summary>
    private sealed record Answer(ServiceName Service, int Endpoints)
    {
        public string Text => Invariant($"{{\n\t\"service\": {{\n\t\t\"namespace\": \"{Service.Namespace}\",\n\t\t\"name\": \"{Service.Name}\"\n\t}},\n\t\"localEndpoints\": {Endpoints},\n\t\"serviceProxyHealthy\": true\n}}");

        private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }

    [LoggerMessage(1, LogLevel.Debug, "A health check could not be answered")]
    private static partial void LogFailed(ILogger log, Exception e);
}
