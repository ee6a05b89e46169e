using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Addresses and ports behind a service.</summary>
internal static class EndpointsValidation
{
    public static void Validate(Endpoints endpoints, FieldErrors errors)
    {
        for (var i = 0; endpoints.Subsets is { } subsets && i < subsets.Count; i++)
        {
            Validate(subsets[i], FieldPath.Of("subsets").Index(i), errors);
        }
    }

    public static void ValidateUpdate(Endpoints next, Endpoints previous, FieldErrors errors)
    {
        ObjectMetaValidation.ValidateCreate(next.Metadata, EndpointsKind.Kind, errors);
        Validate(next, errors);
    }

    private static void Validate(EndpointSubset subset, FieldPath path, FieldErrors errors)
    {
        if (subset.Addresses is null or { Count: 0 } && subset.NotReadyAddresses is null or { Count: 0 })
        {
            errors.Required(path, "must specify `addresses` or `notReadyAddresses`");
        }

        ValidateAddresses(subset.Addresses, path.Child("addresses"), errors);
        ValidateAddresses(subset.NotReadyAddresses, path.Child("notReadyAddresses"), errors);
        for (var i = 0; subset.Ports is { } ports && i < ports.Count; i++)
        {
            Validate(ports[i], ports.Count > 1, path.Child("ports").Index(i), errors);
        }
    }

    private static void ValidateAddresses(IReadOnlyList<EndpointAddress>? addresses, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; addresses is not null && i < addresses.Count; i++)
        {
            var (address, item) = (addresses[i], path.Index(i));
            errors.InvalidAll(item.Child("ip"), address.Ip, Addresses.Ip(address.Ip));
            if (!string.IsNullOrEmpty(address.Hostname))
            {
                errors.InvalidAll(item.Child("hostname"), address.Hostname, DnsNames.Label(address.Hostname));
            }

            if (address.NodeName is { } node)
            {
                errors.InvalidAll(item.Child("nodeName"), node, DnsNames.Subdomain(node));
            }

            NetworkValidation.ValidateNonSpecialIp(address.Ip, item.Child("ip"), errors);
        }
    }

    private static void Validate(EndpointPort port, bool named, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(port.Name))
        {
            if (named)
            {
                errors.Required(path.Child("name"));
            }
        }
        else
        {
            errors.InvalidAll(path.Child("name"), port.Name, DnsNames.Label(port.Name));
        }

        foreach (var wrong in Ports.Number(port.Port))
        {
            errors.Invalid(path.Child("port"), port.Port, wrong);
        }

        NetworkValidation.ValidateProtocol(port.Protocol, path.Child("protocol"), errors);
        NetworkValidation.ValidateAppProtocol(port.AppProtocol, path.Child("appProtocol"), errors);
    }
}
