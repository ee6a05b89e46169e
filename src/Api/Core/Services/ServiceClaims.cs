namespace ActorKube.Api.Core;

/// <summary>Addresses and node ports that services hold.</summary>
public interface IServiceClaims
{
    bool HasClusterIp(string ip);

    bool HasNodePort(int port);
}

/// <summary>Those of services that are at hand.</summary>
public sealed record ServiceClaims(IReadOnlySet<string> ClusterIps, IReadOnlySet<int> NodePorts) : IServiceClaims
{
    public static ServiceClaims Nothing { get; } = new(new HashSet<string>(), new HashSet<int>());

    public bool HasClusterIp(string ip) => ClusterIps.Contains(ip);

    public bool HasNodePort(int port) => NodePorts.Contains(port);

    /// <summary>What one service holds: addresses other than none, node ports, and the port of its health check.</summary>
    public static ServiceClaims Of(Service service)
    {
        var spec = service.Spec;
        var ips = spec.NeedsClusterIp() && !spec.IsHeadless() ? spec.ClusterIPs ?? [] : [];
        var ports = spec.NeedsNodePort() ? spec.NodePorts() : [];
        return new(ips.ToHashSet(), (spec.NeedsHealthCheckPort() && spec.HealthCheckNodePort > 0 ? ports.Append(spec.HealthCheckNodePort) : ports).ToHashSet());
    }

    /// <summary>What all of these services hold together.</summary>
    public static ServiceClaims Of(IEnumerable<Service> services)
    {
        var (ips, ports) = (new HashSet<string>(), new HashSet<int>());
        foreach (var claims in services.Select(Of))
        {
            ips.UnionWith(claims.ClusterIps);
            ports.UnionWith(claims.NodePorts);
        }

        return new(ips, ports);
    }
}
