using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Addresses of load balancers.</summary>
internal static class ServiceStatusValidation
{
    private static readonly FieldPath IngressPath = FieldPath.Of("status").Child("loadBalancer").Child("ingress");

    public static void Validate(Service service, FieldErrors errors)
    {
        var ingress = service.Status.LoadBalancer.Ingress ?? [];
        if (service.Spec.Type != ServiceTypes.LoadBalancer && ingress.Count > 0)
        {
            errors.Forbidden(IngressPath, "may only be used when `spec.type` is 'LoadBalancer'");
            return;
        }

        for (var i = 0; i < ingress.Count; i++)
        {
            Validate(ingress[i], IngressPath.Index(i), errors);
        }
    }

    private static void Validate(LoadBalancerIngress ingress, FieldPath path, FieldErrors errors)
    {
        var hasIp = !string.IsNullOrEmpty(ingress.Ip);
        if (hasIp)
        {
            errors.InvalidAll(path.Child("ip"), ingress.Ip!, Addresses.Ip(ingress.Ip!));
        }

        var mode = path.Child("ipMode");
        switch (ingress.IpMode)
        {
            case null when hasIp:
                errors.Required(mode, "must be specified when `ip` is set");
                break;
            case not null when !hasIp:
                errors.Forbidden(mode, "may not be specified when `ip` is not set");
                break;
            case not (null or "VIP" or "Proxy"):
                errors.NotSupported(mode, ingress.IpMode, ["Proxy", "VIP"]);
                break;
        }

        if (!string.IsNullOrEmpty(ingress.Hostname))
        {
            errors.InvalidAll(path.Child("hostname"), ingress.Hostname, DnsNames.Subdomain(ingress.Hostname));
            if (Addresses.TryParseIp(ingress.Hostname, out _))
            {
                errors.Invalid(path.Child("hostname"), ingress.Hostname, "must be a DNS name, not an IP address");
            }
        }
    }
}
