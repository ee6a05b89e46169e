using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>
/// Completes what clients leave out on purpose: an update without addresses and ports keeps those that the service has, and a change of type
/// drops what the new type has no use for, unless the client changed it too.
/// </summary>
internal static class ServicePreparation
{
    public static Service ForCreate(Service service)
    {
        var spec = service.Spec;
        if (!string.IsNullOrEmpty(spec.ClusterIP) && spec.ClusterIPs is null or { Count: 0 })
        {
            spec = spec with { ClusterIPs = [spec.ClusterIP!] };
        }

        return service with { Status = new(), Spec = WithoutInternalPolicy(ServiceFamilies.Initialize(spec, null, new FieldErrors())) };
    }

    public static Service ForUpdate(Service next, Service previous)
    {
        // Objects of older versions may have it on services that don't use it.
        var old = previous.Spec.NeedsClusterIp() ? previous.Spec : previous.Spec with { InternalTrafficPolicy = null };
        var spec = WithClusterIps(WithAllocated(next.Spec, old), old);
        spec = WithoutInternalPolicy(WithoutUnused(ServiceFamilies.Initialize(spec, old, new FieldErrors()), old));
        return next with
        {
            Spec = spec,
            Status = spec.Type == ServiceTypes.LoadBalancer ? previous.Status : previous.Status with { LoadBalancer = new() },
        };
    }

    /// <summary>With the internal policy that a mere name has but doesn't show, for an update that leaves it out.</summary>
    public static Service TrackedFrom(Service next, Service previous) =>
        previous.Spec is { Type: ServiceTypes.ExternalName, InternalTrafficPolicy: null } && next.Spec.InternalTrafficPolicy is null
            ? previous with { Spec = previous.Spec with { InternalTrafficPolicy = "Cluster" } } : previous;

    /// <summary>Keeps addresses and ports that the client left out.</summary>
    private static ServiceSpec WithAllocated(ServiceSpec next, ServiceSpec previous)
    {
        if (next.NeedsClusterIp() && previous.NeedsClusterIp())
        {
            next = next with
            {
                ClusterIP = string.IsNullOrEmpty(next.ClusterIP) ? previous.ClusterIP : next.ClusterIP,
                ClusterIPs = next.ClusterIPs is null or { Count: 0 } ? previous.ClusterIPs : next.ClusterIPs,
            };
        }

        if (next.NeedsNodePort() && previous.NeedsNodePort() && next.Ports is not null)
        {
            var known = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var port in previous.Ports ?? [])
            {
                known[port.Name ?? ""] = port.NodePort;
            }

            var used = previous.NodePorts().Intersect(next.NodePorts()).ToHashSet();
            next = next with { Ports = [.. next.Ports.Select(p => p.NodePort == 0 && known.GetValueOrDefault(p.Name ?? "") is var port && !used.Contains(port) ? p with { NodePort = port } : p)] };
        }

        return next.NeedsHealthCheckPort() && previous.NeedsHealthCheckPort() && next.HealthCheckNodePort == 0
            ? next with { HealthCheckNodePort = previous.HealthCheckNodePort } : next;
    }

    /// <summary>Clients that know only the singular field change the plural one with it.</summary>
    private static ServiceSpec WithClusterIps(ServiceSpec next, ServiceSpec previous)
    {
        var same = (next.ClusterIP ?? "") == (previous.ClusterIP ?? "");
        var samePlural = (next.ClusterIPs ?? []).SequenceEqual(previous.ClusterIPs ?? []);
        return (same, samePlural) switch
        {
            (true, false) when next.ClusterIPs is null or { Count: 0 } => next with { ClusterIPs = previous.ClusterIPs },
            (false, true) when string.IsNullOrEmpty(next.ClusterIP) => next with { ClusterIPs = null },
            (false, true) => next with { ClusterIPs = [next.ClusterIP!] },
            _ => next,
        };
    }

    private static ServiceSpec WithoutUnused(ServiceSpec next, ServiceSpec previous)
    {
        if (previous.NeedsClusterIp() && !next.NeedsClusterIp())
        {
            next = WithoutClusterIp(next, previous);
        }

        if (previous.NeedsNodePort() && !next.NeedsNodePort() && next.Ports is not null && !next.NodePorts().Except(previous.NodePorts()).Any())
        {
            next = next with { Ports = [.. next.Ports.Select(p => p with { NodePort = 0 })] };
        }

        if (previous.NeedsHealthCheckPort() && !next.NeedsHealthCheckPort() && next.HealthCheckNodePort == previous.HealthCheckNodePort)
        {
            next = next with { HealthCheckNodePort = 0 };
        }

        if (previous.Type == ServiceTypes.LoadBalancer && next.Type != ServiceTypes.LoadBalancer)
        {
            next = next with
            {
                AllocateLoadBalancerNodePorts = Dropped(next.AllocateLoadBalancerNodePorts, previous.AllocateLoadBalancerNodePorts),
                LoadBalancerClass = next.LoadBalancerClass == previous.LoadBalancerClass ? null : next.LoadBalancerClass,
            };
        }

        return previous.IsExternallyAccessible() && !next.IsExternallyAccessible() && next.ExternalTrafficPolicy == previous.ExternalTrafficPolicy
            ? next with { ExternalTrafficPolicy = null } : next;
    }

    private static ServiceSpec WithoutClusterIp(ServiceSpec next, ServiceSpec previous)
    {
        var dropped = ServiceTraits.SameClusterIps(next, previous);
        return next with
        {
            ClusterIP = dropped ? null : next.ClusterIP,
            ClusterIPs = dropped ? null : next.ClusterIPs,
            IpFamilies = ServiceTraits.SameFamilies(next, previous) ? null : next.IpFamilies,
            IpFamilyPolicy = (next.IpFamilyPolicy ?? "") == (previous.IpFamilyPolicy ?? "") ? null : next.IpFamilyPolicy,
        };
    }

    /// <summary>A mere name has no traffic of its own: what is said of that is never shown. A value that isn't known is left for validation.</summary>
    private static ServiceSpec WithoutInternalPolicy(ServiceSpec spec) =>
        spec is { Type: ServiceTypes.ExternalName, InternalTrafficPolicy: "Cluster" or "Local" } ? spec with { InternalTrafficPolicy = null } : spec;

    private static bool? Dropped(bool? next, bool? previous) => next == previous ? null : next;
}
