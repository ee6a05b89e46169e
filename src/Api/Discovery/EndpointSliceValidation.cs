using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Discovery;

/// <summary>Addresses and ports of a slice, all of one type.</summary>
internal static class EndpointSliceValidation
{
    private const int MaxEndpoints = 1000;
    private const int MaxAddresses = 100;
    private const int MaxPorts = 20000;
    private const int MaxTopologyLabels = 16;
    private const int MaxZoneHints = 8;

    private static readonly FieldPath TypePath = FieldPath.Of("addressType");

    public static void Validate(EndpointSlice slice, FieldErrors errors)
    {
        if (slice.AddressType.Length == 0)
        {
            errors.Required(TypePath);
        }
        else if (slice.AddressType is not ("IPv4" or "IPv6" or "FQDN"))
        {
            errors.NotSupported(TypePath, slice.AddressType, ["FQDN", "IPv4", "IPv6"]);
        }

        ValidateEndpoints(slice, FieldPath.Of("endpoints"), errors);
        ValidatePorts(slice.Ports ?? [], FieldPath.Of("ports"), errors);
    }

    public static void ValidateUpdate(EndpointSlice next, EndpointSlice previous, FieldErrors errors)
    {
        ObjectMetaValidation.ValidateCreate(next.Metadata, EndpointSliceKind.Kind, errors);
        Validate(next, errors);
        errors.Immutable(TypePath, next.AddressType, previous.AddressType);
    }

    private static void ValidateEndpoints(EndpointSlice slice, FieldPath path, FieldErrors errors)
    {
        var endpoints = slice.Endpoints ?? [];
        if (endpoints.Count > MaxEndpoints)
        {
            errors.TooMany(path, endpoints.Count, MaxEndpoints);
            return;
        }

        for (var i = 0; i < endpoints.Count; i++)
        {
            ValidateAddresses(slice.AddressType, endpoints[i].Addresses ?? [], path.Index(i).Child("addresses"), errors);
            Validate(endpoints[i], path.Index(i), errors);
        }
    }

    private static void ValidateAddresses(string type, IReadOnlyList<string> addresses, FieldPath path, FieldErrors errors)
    {
        if (addresses.Count == 0)
        {
            errors.Required(path, "must contain at least 1 address");
        }
        else if (addresses.Count > MaxAddresses)
        {
            errors.TooMany(path, addresses.Count, MaxAddresses);
        }

        for (var i = 0; i < addresses.Count; i++)
        {
            var (address, item) = (addresses[i], path.Index(i));
            errors.InvalidAll(item, address, type switch
            {
                "IPv4" => Addresses.Ipv4(address),
                "IPv6" => Addresses.Ipv6(address),
                "FQDN" => DnsNames.FullyQualifiedDomain(address),
                _ => [],
            });
            if (type is "IPv4" or "IPv6")
            {
                NetworkValidation.ValidateNonSpecialIp(address, item, errors);
            }
        }
    }

    private static void Validate(Endpoint endpoint, FieldPath path, FieldErrors errors)
    {
        if (endpoint.NodeName is { } node)
        {
            errors.InvalidAll(path.Child("nodeName"), node, DnsNames.Subdomain(node));
        }

        if (endpoint.DeprecatedTopology is { } topology)
        {
            if (topology.Count > MaxTopologyLabels)
            {
                errors.TooMany(path.Child("deprecatedTopology"), topology.Count, MaxTopologyLabels);
            }

            LabelValidation.Validate(topology, path.Child("deprecatedTopology"), errors);
        }

        if (endpoint.Hostname is { } hostname)
        {
            errors.InvalidAll(path.Child("hostname"), hostname, DnsNames.Label(hostname));
        }

        ValidateHints(endpoint.Hints?.ForZones ?? [], path.Child("hints").Child("forZones"), errors);
    }

    private static void ValidateHints(IReadOnlyList<ForZone> zones, FieldPath path, FieldErrors errors)
    {
        if (zones.Count > MaxZoneHints)
        {
            errors.TooMany(path, zones.Count, MaxZoneHints);
            return;
        }

        HashSet<string> names = [];
        for (var i = 0; i < zones.Count; i++)
        {
            var name = path.Index(i).Child("name");
            if (!names.Add(zones[i].Name))
            {
                errors.Duplicate(name, zones[i].Name);
            }

            errors.InvalidAll(name, zones[i].Name, LabelSyntax.Value(zones[i].Name));
        }
    }

    private static void ValidatePorts(IReadOnlyList<EndpointPort> ports, FieldPath path, FieldErrors errors)
    {
        if (ports.Count > MaxPorts)
        {
            errors.TooMany(path, ports.Count, MaxPorts);
            return;
        }

        HashSet<string> names = [];
        for (var i = 0; i < ports.Count; i++)
        {
            var (port, item) = (ports[i], path.Index(i));
            var name = port.Name ?? "";
            errors.InvalidAll(item.Child("name"), name, name.Length == 0 ? [] : DnsNames.Label(name));
            if (!names.Add(name))
            {
                errors.Duplicate(item.Child("name"), name);
            }

            if (port.Protocol is null)
            {
                errors.Required(item.Child("protocol"));
            }
            else if (!NetworkValidation.Protocols.Contains(port.Protocol))
            {
                errors.NotSupported(item.Child("protocol"), port.Protocol, NetworkValidation.Protocols);
            }

            NetworkValidation.ValidateAppProtocol(port.AppProtocol, item.Child("appProtocol"), errors);
        }
    }
}
