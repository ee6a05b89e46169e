using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Network.Proxy;
using ActorKube.Server.Metrics;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition.Networking;

/// <summary>How a host carries services.</summary>
internal static class ServiceProxyParts
{
    /// <summary>Null for a host that doesn't proxy services: nothing runs behind them where containers are simulated, unless it was asked for.</summary>
    /// <exception cref="ArgumentException">nftables was asked for and can't be had.</exception>
    public static ServiceProxy? Create(HostSettings settings, ObjectCommands store, IEventRecorder events, ILoggerFactory logs)
    {
        var mode = settings.Proxy == "auto" && settings.Runtime != "docker" ? "none" : settings.Proxy;
        if (mode == "none")
        {
            return null;
        }

        try
        {
            var options = new ServiceProxyOptions { NodeName = settings.NodeName, NodeId = RuntimeFactory.NodeId(settings), Mode = Enum.Parse<ServiceProxyMode>(mode, ignoreCase: true) };
            return ServiceProxy.Create(options, store.View, events, store.Time, logs.CreateLogger<ServiceProxy>());
        }
        catch (InvalidOperationException e)
        {
            throw new ArgumentException(e.Message, e);
        }
    }

    public static IEnumerable<Metric> Metrics(ServiceProxyCounts? counts) => counts is null ? [] :
    [
        new("actorkube_service_proxy_kernel", "gauge", "1 if services are programmed in the kernel, 0 if they are relayed in user space.", counts.IsKernel ? 1 : 0),
        new("actorkube_service_proxy_services", "gauge", "Services that this node proxies.", counts.Services),
        new("actorkube_service_proxy_backends", "gauge", "Pairs of a frontend and a backend.", counts.Endpoints),
        new("actorkube_service_proxy_unprogrammed_services", "gauge", "Services of which something can't be programmed; each has a Warning Event.", counts.Unprogrammed),
        .. PlaneMetrics.Of("actorkube_service_proxy", counts.Plane),
    ];
}
