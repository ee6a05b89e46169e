using System.Collections.Concurrent;
using System.Net.Sockets;
using ActorKube.Network.Proxy.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy.Health;

/// <summary>
/// Answers load balancers that ask, on a service's own port, whether this node has endpoints of it: 200 or 503, in the words of kube-proxy.
/// </summary>
internal sealed class HealthChecks(TimeProvider time, ILogger log) : IAsyncDisposable
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
                _ports.GetOrAdd(service.HealthCheckPort, static (port, with) => new HealthCheckPort(port, with.time, with.log), (time, log)).Tell(service.Name, service.LocalEndpoints);
            }
            catch (SocketException e)
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
}
