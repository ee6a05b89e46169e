using System.Net.Sockets;
using ActorKube.Network.Addressing;
using ActorKube.Network.Proxy.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy.Userspace;

/// <summary>
/// Services where the kernel can't be told: this process listens on the frontends that are addresses of this machine, node ports above all, and relays TCP and UDP. Backends see this
/// machine as their client. Cluster IPs work only where somebody has given them to an interface.
/// </summary>
internal sealed partial class UserspacePlane(Random random, TimeProvider time, ILogger log) : IServicePlane
{
    private readonly Dictionary<Frontend, IRelay> _relays = [];
    private readonly Dictionary<ServiceName, string> _refusals = [];

    /// <summary>Services whose port something else on this machine has.</summary>
    public IReadOnlyDictionary<ServiceName, string> Refusals => _refusals;

    public ValueTask RebuildAsync(ServiceTable table, CancellationToken cancellationToken) => SyncAsync(table);

    public ValueTask ChangeAsync(ServiceTable from, ServiceTable to, CancellationToken cancellationToken) => SyncAsync(to);

    /// <summary>Frontends that could not be listened on are tried again.</summary>
    public async ValueTask<bool> IsIntactAsync(ServiceTable table, CancellationToken cancellationToken)
    {
        await SyncAsync(table);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var relay in _relays.Values)
        {
            await relay.DisposeAsync();
        }
    }

    private async ValueTask SyncAsync(ServiceTable table)
    {
        var routes = table.Services.Values.SelectMany(static s => s.Routes.Select(r => (s.Name, Route: r))).Where(static r => r.Route.HasAny).ToDictionary(static r => r.Route.Frontend);
        foreach (var (frontend, relay) in _relays.Where(r => !routes.ContainsKey(r.Key)).ToList())
        {
            _relays.Remove(frontend);
            await relay.DisposeAsync();
        }

        _refusals.Clear();
        foreach (var (frontend, (service, route)) in routes)
        {
            if (_relays.TryGetValue(frontend, out var relay))
            {
                relay.Use(route);
            }
            else if (TryOpen(service, route) is { } opened)
            {
                _relays.Add(frontend, opened);
            }
        }
    }

    private IRelay? TryOpen(ServiceName service, Route route)
    {
        var picker = new BackendPicker(random, time);
        try
        {
            return route.Frontend.Transport switch
            {
                Transport.Tcp => new TcpRelay(route, picker, time, log),
                Transport.Udp => new UdpRelay(route, picker, time, log),
                _ => null,
            };
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            // An address that isn't of this machine, as most cluster IPs.
            LogNotHere(log, route.Frontend);
            return null;
        }
        catch (SocketException e)
        {
            _refusals[service] = $"{route.Frontend} can't be listened on: {e.Message}";
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "{Frontend} is no address of this machine and isn't served")]
    private static partial void LogNotHere(ILogger log, Frontend frontend);
}
