using ActorKube.Api.Quantities;

namespace ActorKube.Api.Core;

/// <summary>What a service gets where the client left it open.</summary>
internal static class ServiceDefaults
{
    private const string None = "None";
    private const string ClientIp = "ClientIP";
    private const string Cluster = "Cluster";

    /// <summary>Three hours.</summary>
    private const int AffinityTimeoutSeconds = 10800;

    public static Service Apply(Service service)
    {
        var spec = Apply(service.Spec);
        return service with { Spec = spec, Status = spec.Type == ServiceTypes.LoadBalancer ? WithIpMode(service.Status) : service.Status };
    }

    private static ServiceSpec Apply(ServiceSpec spec)
    {
        spec = spec with
        {
            SessionAffinity = string.IsNullOrEmpty(spec.SessionAffinity) ? None : spec.SessionAffinity,
            Type = string.IsNullOrEmpty(spec.Type) ? ServiceTypes.ClusterIp : spec.Type,
            Ports = spec.Ports is null ? null : [.. spec.Ports.Select(Apply)],
        };
        return spec with
        {
            SessionAffinityConfig = Affinity(spec),
            ExternalTrafficPolicy = spec.IsExternallyAccessible() && string.IsNullOrEmpty(spec.ExternalTrafficPolicy) ? Cluster : spec.ExternalTrafficPolicy,
            InternalTrafficPolicy = spec.InternalTrafficPolicy
                ?? (spec.Type is ServiceTypes.NodePort or ServiceTypes.LoadBalancer or ServiceTypes.ClusterIp ? Cluster : null),
            AllocateLoadBalancerNodePorts = spec.AllocateLoadBalancerNodePorts ?? (spec.Type == ServiceTypes.LoadBalancer ? true : null),
        };
    }

    private static ServicePort Apply(ServicePort port) => port with
    {
        Protocol = string.IsNullOrEmpty(port.Protocol) ? "TCP" : port.Protocol,
        TargetPort = port.TargetPort == 0 || port.TargetPort == "" ? new IntOrString(port.Port) : port.TargetPort,
    };

    private static SessionAffinityConfig? Affinity(ServiceSpec spec) => spec.SessionAffinity switch
    {
        None => null,
        ClientIp when spec.SessionAffinityConfig?.ClientIP?.TimeoutSeconds is null =>
            new SessionAffinityConfig { ClientIP = new ClientIPConfig { TimeoutSeconds = AffinityTimeoutSeconds } },
        _ => spec.SessionAffinityConfig,
    };

    private static ServiceStatus WithIpMode(ServiceStatus status) => status.LoadBalancer.Ingress is not { } ingress ? status : status with
    {
        LoadBalancer = status.LoadBalancer with
        {
            Ingress = [.. ingress.Select(i => string.IsNullOrEmpty(i.Ip) || i.IpMode is not null ? i : i with { IpMode = "VIP" })],
        },
    };
}
