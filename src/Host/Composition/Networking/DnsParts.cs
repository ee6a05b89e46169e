using System.Net;
using System.Net.Sockets;
using ActorKube.Engine.Views;
using ActorKube.Network.Dns;
using ActorKube.NodeAgent.Containers;
using ActorKube.Server.Metrics;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition.Networking;

/// <summary>The DNS of a host.</summary>
internal static partial class DnsParts
{
    private const int Port = 53;

    /// <summary>Null for a host that is to have none. Names outside the cluster are asked of the machine's own servers.</summary>
    /// <param name="address">The host's own.</param>
    /// <param name="inKernel">Whether pods can be led from the cluster's DNS address to it.</param>
    /// <exception cref="ArgumentException">The address can't be had.</exception>
    public static DnsServer? Create(HostSettings settings, IPAddress address, bool inKernel, ObjectView view, TimeProvider time, ILoggerFactory logs)
    {
        if (Listen(settings, address, inKernel) is not { } listen)
        {
            return null;
        }

        var options = new DnsServerOptions { Listen = listen, Zone = new DnsZoneOptions { Domain = settings.ClusterDomain }, Upstreams = Upstreams(listen.Address, settings.ClusterDns) };
        try
        {
            var server = new DnsServer(options, view, time, logs.CreateLogger<DnsServer>());
            LogListens(logs.CreateLogger<DnsServer>(), server.Address, settings.ClusterDomain);
            return server;
        }
        catch (SocketException e)
        {
            throw new ArgumentException($"The DNS can't listen at {listen}: {e.Message}.", e);
        }
    }

    /// <summary>The name servers of pods whose policy is the cluster's DNS; none leaves them the machine's.</summary>
    public static IReadOnlyList<string> ForPods(HostSettings settings, DnsServer? server, bool inKernel) =>
        server is null ? []
        : inKernel ? [settings.ClusterDns.ToString()]
        : server.Address.Port == Port ? [server.Address.Address.ToString()]
        : [];

    public static IEnumerable<Metric> Metrics(DnsServerCounts? counts) => counts is null ? [] :
    [
        new("actorkube_dns_questions_total", "counter", "Questions that the node's DNS was asked.", counts.Questions),
        new("actorkube_dns_forwarded_total", "counter", "Questions that it asked other servers.", counts.Forwarded),
        new("actorkube_dns_failures_total", "counter", "Questions that no other server answered.", counts.Failures),
        new("actorkube_dns_strangers_total", "counter", "Questions from outside the node's networks, which get no answer.", counts.Strangers),
    ];

    private static IPEndPoint? Listen(HostSettings settings, IPAddress address, bool inKernel) => settings.Dns switch
    {
        "none" => null,
        "auto" => inKernel && !IPAddress.IsLoopback(address) ? new IPEndPoint(address, 0) : null,
        var given => IPEndPoint.Parse(given),
    };

    private static List<IPEndPoint> Upstreams(params IReadOnlyList<IPAddress> own) =>
    [
        .. HostDns.Read().Servers
            .Select(static s => IPAddress.TryParse(s, out var address) ? address : null)
            .Where(a => a is not null && !own.Contains(a))
            .Select(static a => new IPEndPoint(a!, Port)),
    ];

    [LoggerMessage(1, LogLevel.Information, "The DNS of the node listens at {Address} and answers for {Domain}")]
    private static partial void LogListens(ILogger logger, IPEndPoint address, string domain);
}
