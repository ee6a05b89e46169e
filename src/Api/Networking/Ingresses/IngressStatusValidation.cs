using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Networking;

internal static class IngressStatusValidation
{
    public static void Validate(IngressStatus status, FieldErrors errors)
    {
        var list = FieldPath.Of("status").Child("loadBalancer").Child("ingress");
        foreach (var (i, ingress) in (status.LoadBalancer.Ingress ?? []).Index())
        {
            if (ingress.Ip is { } ip)
            {
                errors.InvalidAll(list.Index(i).Child("ip"), ip, Addresses.Ip(ip));
            }

            if (ingress.Hostname is { } host)
            {
                errors.InvalidAll(list.Index(i).Child("hostname"), host, DnsNames.Subdomain(host));
                if (Addresses.TryParseIp(host, out _))
                {
                    errors.Invalid(list.Index(i).Child("hostname"), host, "must be a DNS name, not an IP address");
                }
            }
        }
    }
}
