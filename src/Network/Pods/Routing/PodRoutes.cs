using System.ComponentModel;
using ActorKube.Network.Addressing;
using ActorKube.Network.Kernel;
using ActorKube.Network.Pods.Plans;
using Microsoft.Extensions.Logging;

namespace ActorKube.Network.Pods.Routing;

/// <summary>The routes to other nodes' pods, as the kernel has them. Not thread-safe.</summary>
internal sealed partial class PodRoutes(NetlinkSocket socket, Ipv4Network cluster, ILogger log)
{
    /// <summary>Marks the routes that are ours. No routing daemon that we know of has this number.</summary>
    public const byte Protocol = 107;

    private const int NoSuchProcess = 3;
    private const int Exists = 17;
    private const int NetworkUnreachable = 101;
    private const int HostUnreachable = 113;
    private readonly Routes _routes = new(socket, Protocol);

    /// <summary>Changes what differs.</summary>
    /// <returns>Routes that could not be made, and why.</returns>
    /// <exception cref="Win32Exception">The kernel refuses to tell what it has.</exception>
    public IReadOnlyDictionary<PodRoute, string> Align(IReadOnlyCollection<PodRoute> wanted)
    {
        var actual = _routes.List();
        var changes = RouteChanges.Between(actual, wanted, cluster);
        foreach (var route in changes.Gone)
        {
            Remove(route);
        }

        var refusals = new Dictionary<PodRoute, string>();
        var present = actual.Select(static r => r.Destination).ToHashSet();
        foreach (var route in changes.Come)
        {
            if (Add(route, present.Contains(route.Destination)) is { } why)
            {
                refusals[route] = why;
            }
        }

        if (changes.Gone.Count + changes.Come.Count - refusals.Count > 0)
        {
            LogChanged(log, changes.Come.Count - refusals.Count, changes.Gone.Count);
        }

        return refusals;
    }

    private void Remove(KernelRoute route)
    {
        try
        {
            _routes.Remove(route);
        }
        catch (Win32Exception e) when (e.NativeErrorCode == NoSuchProcess)
        {
            // Another node of this machine was faster.
        }
    }

    /// <summary>Null, or why not.</summary>
    private string? Add(PodRoute route, bool replace)
    {
        try
        {
            _routes.Add(new KernelRoute(route.Destination, route.Gateway, route.Device), replace);
            return null;
        }
        catch (Win32Exception e) when (e.NativeErrorCode == Exists && _routes.List().Exists(r => r.Destination == route.Destination && r.Gateway == route.Gateway))
        {
            return null;
        }
        catch (Win32Exception e)
        {
            // A route that leads to where the node no longer is does harm: packets would reach somebody else.
            if (replace)
            {
                foreach (var old in _routes.List().Where(r => r.Destination == route.Destination))
                {
                    Remove(old);
                }
            }

            return e.NativeErrorCode switch
            {
                NetworkUnreachable or HostUnreachable => $"{Ipv4.Text(route.Gateway)} is not on a network of this machine, as routes need it; --network vxlan doesn't",
                Exists => $"there is another route to {route.Destination} already",
                _ => $"the route to {route.Destination} was refused: {e.Message}",
            };
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Routes to pods: {Come} made, {Gone} removed")]
    private static partial void LogChanged(ILogger log, int come, int gone);
}
