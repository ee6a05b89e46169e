using System.ComponentModel;
using ActorKube.Network.Kernel;
using ActorKube.Network.Proxy.Tables;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Proxy.Kernel;

/// <summary>
/// Lets pods reach themselves through a service. The kernel shows bridged packets to its rules (<see cref="BridgedTraffic"/>) and then bridges those that a rule has sent back to where they came from, which a
/// bridge refuses unless the port says otherwise. Docker says so only where it has no proxy of its own. In the network namespace of the thread that makes it; not thread-safe.
/// </summary>
internal sealed partial class Hairpins : IDisposable
{
    private readonly NetlinkSocket _socket = new(NetlinkSocket.Routing);
    private readonly BridgePorts _ports;
    private readonly LinkAddresses _addresses;
    private readonly ILogger _log;

    /// <exception cref="Win32Exception">The kernel refuses.</exception>
    public Hairpins(ILogger log)
    {
        (_ports, _addresses) = (new BridgePorts(_socket), new LinkAddresses(_socket));
        _log = log;
    }

    /// <summary>For endpoints that <paramref name="from"/> hasn't got: a pod is on its bridge before it is one.</summary>
    public void Allow(ServiceTable from, ServiceTable to)
    {
        var changed = ServiceChanges.Between(from, to);
        var come = changed.SelectMany(n => Endpoints(to, n)).Except(changed.SelectMany(n => Endpoints(from, n))).ToList();
        if (come.Count == 0)
        {
            return;
        }

        try
        {
            var bridges = _addresses.List().Where(a => come.Exists(a.IsBeside)).Select(static a => a.Device).ToHashSet();
            foreach (var port in _ports.List().Where(p => !p.IsHairpin && bridges.Contains(p.Bridge)))
            {
                _ports.SetHairpin(port.Index);
            }
        }
        catch (Win32Exception e)
        {
            // Such as a port that has just gone. Everybody else reaches the services, and the next look at everything tries again.
            LogRefused(_log, e);
        }
    }

    public void Dispose() => _socket.Dispose();

    private static IEnumerable<uint> Endpoints(ServiceTable table, ServiceName service) => (table.Find(service)?.Routes ?? []).SelectMany(static r => r.LocalAddresses);

    [LoggerMessage(1, LogLevel.Warning, "Pods may not reach themselves through services")]
    private static partial void LogRefused(ILogger log, Exception e);
}
