using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Core;

/// <summary>
/// Gives a service its cluster address and node ports. Runs before the service is validated; of what it gave, nothing has to be returned
/// when the write fails, since claims are read off the services themselves.
/// </summary>
public static class ServiceAllocation
{
    private static readonly FieldPath SpecPath = FieldPath.Of("spec");

    /// <param name="next">The service with its defaults; it is prepared for its creation or update here, which can be done again later.</param>
    /// <param name="previous">The service as it is; null at its creation.</param>
    /// <param name="taken">What the other services hold.</param>
    /// <param name="random">Source of free addresses and ports.</param>
    /// <param name="errors">Gets what can't be granted; the request is then invalid.</param>
    /// <exception cref="ApiException">Addresses or ports have run out (500).</exception>
    public static Service Allocate(Service next, Service? previous, IServiceClaims taken, ServiceNetwork network, Random random, FieldErrors errors)
    {
        next = previous is null ? ServicePreparation.ForCreate(next) : ServicePreparation.ForUpdate(next, previous);
        if (!HasValidFamilies(next, previous))
        {
            // What is wrong with them comes out when the service is validated.
            return next;
        }

        var spec = next.Spec;
        if (previous is null || !previous.Spec.NeedsClusterIp())
        {
            spec = WithClusterIp(spec, taken, network, random, errors);
        }

        var ports = new PortClaims(taken, (previous is null ? ServiceClaims.Nothing : ServiceClaims.Of(previous)).NodePorts, network, random);
        if (spec.NeedsNodePort())
        {
            spec = WithNodePorts(spec, previous is null, ports, errors);
        }

        if (spec.NeedsHealthCheckPort() && !(previous?.Spec.NeedsHealthCheckPort() ?? false))
        {
            spec = WithHealthCheckPort(spec, ports);
        }

        return next with { Spec = spec };
    }

    private static bool HasValidFamilies(Service next, Service? previous)
    {
        var errors = new FieldErrors();
        ServiceFamilies.Initialize(next.Spec, previous?.Spec, errors);
        return !errors.Any;
    }

    private static ServiceSpec WithClusterIp(ServiceSpec spec, IServiceClaims taken, ServiceNetwork network, Random random, FieldErrors errors)
    {
        if (!spec.NeedsClusterIp() || spec.ClusterIPs is [ServiceTypes.Headless, ..])
        {
            return spec;
        }

        var addresses = new AddressRange(network.Cidr);
        if (spec.ClusterIPs is not { Count: > 0 } ips)
        {
            var free = addresses.Next(taken, random) ?? throw ApiErrors.Internal("failed to allocate a serviceIP: range is full");
            return spec with { ClusterIP = free, ClusterIPs = [free] };
        }

        foreach (var ip in ips)
        {
            var wrong = !addresses.Contains(ip) ? $"the provided IP ({ip}) is not in the valid range. The range of valid IPs is {network.Cidr}"
                : taken.HasClusterIp(ip) ? "provided IP is already allocated" : null;
            if (wrong is not null)
            {
                errors.Invalid(SpecPath.Child("clusterIPs"), GoText.List("string", ips), $"failed to allocate IP {ip}: {wrong}");
            }
        }

        return spec;
    }

    /// <summary>Ports that differ only in their protocol share a node port when the service is created.</summary>
    private static ServiceSpec WithNodePorts(ServiceSpec spec, bool isNew, PortClaims claims, FieldErrors errors)
    {
        var ports = (spec.Ports ?? []).ToArray();
        for (var i = 0; i < ports.Length; i++)
        {
            var shared = isNew ? ports.FirstOrDefault(p => p.Port == ports[i].Port && p.NodePort != 0)?.NodePort ?? 0 : 0;
            if (ports[i].NodePort == 0 && spec.AllocatesNodePorts())
            {
                ports[i] = ports[i] with { NodePort = shared != 0 ? shared : claims.Next("nodePort") };
            }

            if (ports[i].NodePort != 0 && claims.Claim(ports[i].NodePort) is { } wrong)
            {
                errors.Invalid(SpecPath.Child("ports").Index(i).Child("nodePort"), ports[i].NodePort, wrong);
            }
        }

        return spec with { Ports = ports };
    }

    private static ServiceSpec WithHealthCheckPort(ServiceSpec spec, PortClaims claims)
    {
        if (spec.HealthCheckNodePort == 0)
        {
            return spec with { HealthCheckNodePort = claims.Next("HealthCheck NodePort 0") };
        }

        return claims.ClaimAgain(spec.HealthCheckNodePort) is { } wrong
            ? throw ApiErrors.Internal($"failed to allocate requested HealthCheck NodePort {spec.HealthCheckNodePort}: {wrong}") : spec;
    }
}
