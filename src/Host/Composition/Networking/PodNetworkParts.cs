using ActorKube.Actors.Nodes.PodCidrs;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Network.Kernel;
using ActorKube.Network.Pods;
using ActorKube.Server.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Host.Composition.Networking;

/// <summary>What a host does for the network of pods.</summary>
internal static partial class PodNetworkParts
{
    private const int LargestVxlanId = (1 << 24) - 1;
    private const int LargestPort = 65535;

    /// <exception cref="ArgumentException">What is wrong, in words for whoever typed it.</exception>
    public static void Validate(HostSettings settings)
    {
        PodCidrPool pool;
        try
        {
            pool = Pool(settings);
        }
        catch (FormatException e)
        {
            throw new ArgumentException(e.Message, e);
        }

        var services = new ServiceNetwork().Cidr;
        if (pool.Overlaps(services))
        {
            throw new ArgumentException($"The cluster CIDR {pool} has addresses of services in it, which are {services}.");
        }

        if (settings.VxlanId is < 1 or > LargestVxlanId || settings.VxlanPort is < 1 or > LargestPort)
        {
            throw new ArgumentException($"Tunnels have numbers from 1 to {LargestVxlanId} and ports from 1 to {LargestPort}.");
        }

        if (settings.Network is not ("auto" or "none") && (settings.Runtime != "docker" || !IsEngineLocal()))
        {
            throw new ArgumentException($"--network {settings.Network} needs real containers on this machine.");
        }
    }

    /// <summary>Null where pods are on the engine's default bridge.</summary>
    /// <exception cref="ArgumentException">A network was asked for and can't be had.</exception>
    public static PodNetwork? Create(HostSettings settings, ObjectCommands store, IEventRecorder events, ILoggerFactory logs)
    {
        if (!IsWanted(settings))
        {
            return null;
        }

        var options = Options(settings);
        if (Pool(settings).Overlaps($"{options.Address}/32"))
        {
            throw new ArgumentException($"The cluster CIDR {settings.ClusterCidr} has this host's own address {options.Address} in it.");
        }

        try
        {
            return PodNetwork.Create(options, store.View, events, store.Time, logs.CreateLogger<PodNetwork>());
        }
        catch (InvalidOperationException e) when (settings.Network == "auto")
        {
            LogNone(logs.CreateLogger(typeof(PodNetworkParts).FullName!), e.Message);
            return null;
        }
        catch (InvalidOperationException e)
        {
            throw new ArgumentException(e.Message, e);
        }
    }

    /// <summary>What nodes are given addresses from.</summary>
    /// <exception cref="FormatException">The settings are wrong.</exception>
    public static PodCidrPool Pool(HostSettings settings) => PodCidrPool.Parse(settings.ClusterCidr, settings.NodeCidrMaskSize);

    /// <summary>Removes what a stopped host has left in the kernel; its bridge is the engine's.</summary>
    public static void Remove(HostSettings settings)
    {
        if (IsWanted(settings))
        {
            PodNetwork.Remove(Options(settings), NullLogger.Instance);
        }
    }

    public static IEnumerable<Metric> Metrics(PodNetworkCounts? counts) => counts is not { } now ? [] :
    [
        new("actorkube_pod_network_routes", "gauge", "Routes to pods of other machines.", now.Routes),
        new("actorkube_pod_network_unreachable_nodes", "gauge", "Nodes whose pods can't be reached from this one.", now.Unreachable),
        new("actorkube_pod_network_failures_total", "counter", "Times that the kernel refused routes or rules as a whole.", now.Failures),
    ];

    /// <summary>Pods of one host reach each other anyway, simulated ones nobody.</summary>
    private static bool IsWanted(HostSettings settings) => settings.Network switch
    {
        "none" => false,
        "auto" => settings is { IsShared: true, Runtime: "docker" } && IsEngineLocal() && NetworkAdministration.IsPermitted(),
        _ => true,
    };

    private static PodNetworkOptions Options(HostSettings settings) => new()
    {
        NodeName = settings.NodeName,
        NodeId = RuntimeFactory.NodeId(settings),
        Address = settings.Address,
        ClusterCidr = settings.ClusterCidr,
        Backend = settings.Network == "vxlan" ? PodNetworkBackend.Vxlan : PodNetworkBackend.HostGw,
        VxlanId = settings.VxlanId,
        VxlanPort = settings.VxlanPort,
    };

    /// <summary>An engine elsewhere has its containers elsewhere.</summary>
    private static bool IsEngineLocal() => Environment.GetEnvironmentVariable("DOCKER_HOST") is not { Length: > 0 } host || host.StartsWith("unix://", StringComparison.Ordinal);

    [LoggerMessage(1, LogLevel.Warning, "{Why} They reach those of this host only")]
    private static partial void LogNone(ILogger log, string why);
}
