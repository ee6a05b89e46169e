using System.Globalization;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>
/// By which names services have their addresses and ports to themselves. Of what a load balancer gave, an address that says nothing of ports is the service's own; of addresses that say which
/// ports they give, as those of nodes do, the ports are, on all of these addresses.
/// </summary>
public static class ServiceClaimNames
{
    /// <summary>Says that the load balancer is the cluster's own.</summary>
    public const string LoadBalancerFinalizer = "service.kubernetes.io/load-balancer-cleanup";

    public static string OfClusterIp(string ip) => "cluster-ip:" + Addresses.Canonical(ip);

    public static string OfNodePort(int port) => "node-port:" + port.ToString(CultureInfo.InvariantCulture);

    public static string OfBalancedAddress(string ip) => "load-balancer:" + Addresses.Canonical(ip);

    public static string OfBalancedPort(string protocol, int port) => string.Create(CultureInfo.InvariantCulture, $"load-balancer-port:{protocol}:{port}");

    /// <summary>Everything that a service holds.</summary>
    public static IReadOnlyList<string> Of(Service service)
    {
        var claims = ServiceClaims.Of(service);
        var names = claims.ClusterIps.Select(OfClusterIp).Concat(claims.NodePorts.Select(OfNodePort));
        return service.Metadata.Finalizers?.Contains(LoadBalancerFinalizer) == true
            ? [.. names, .. (service.Status.LoadBalancer.Ingress ?? []).SelectMany(OfIngress).Distinct()] : [.. names];
    }

    private static IEnumerable<string> OfIngress(LoadBalancerIngress ingress) => ingress switch
    {
        { Ports: { Count: > 0 } ports } => ports.Where(static p => p.Error is null).Select(static p => OfBalancedPort(p.Protocol, p.Port)),
        { Ip: { Length: > 0 } ip } => [OfBalancedAddress(ip)],
        _ => [],
    };
}
