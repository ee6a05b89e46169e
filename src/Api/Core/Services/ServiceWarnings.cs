using System.Buffers;
using System.Net.Sockets;
using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Warns of what a service's author should change: old annotations, ignored fields, addresses that other software reads otherwise.</summary>
internal static class ServiceWarnings
{
    private static readonly SearchValues<char> OfAddress = SearchValues.Create(Characters.Digits + ".");

    public static IReadOnlyList<string> Of(Service service)
    {
        var spec = service.Spec;
        List<string?> warnings = [];
        if (service.Metadata.Annotations?.ContainsKey("service.kubernetes.io/topology-aware-hints") ?? false)
        {
            warnings.Add("annotation service.kubernetes.io/topology-aware-hints is deprecated, please use service.kubernetes.io/topology-mode instead");
        }

        if (!string.IsNullOrEmpty(spec.ClusterIP) && spec.ClusterIP != ServiceTypes.Headless)
        {
            warnings.AddRange((spec.ClusterIPs ?? []).Select((ip, i) => OfIp($"spec.clusterIPs[{i}]", ip)));
        }

        warnings.AddRange((spec.ExternalIPs ?? []).Select((ip, i) => OfIp($"spec.externalIPs[{i}]", ip)));
        if (!string.IsNullOrEmpty(spec.LoadBalancerIP))
        {
            warnings.Add(OfIp("spec.loadBalancerIP", spec.LoadBalancerIP));
        }

        warnings.AddRange((spec.LoadBalancerSourceRanges ?? []).Select((range, i) => OfCidr($"spec.loadBalancerSourceRanges[{i}]", range)));
        if (spec.Type == ServiceTypes.ExternalName && spec.ExternalIPs is { Count: > 0 })
        {
            warnings.Add("spec.externalIPs is ignored when spec.type is \"ExternalName\"");
        }

        if (spec.Type != ServiceTypes.ExternalName && !string.IsNullOrEmpty(spec.ExternalName))
        {
            warnings.Add("spec.externalName is ignored when spec.type is not \"ExternalName\"");
        }

        return [.. warnings.OfType<string>()];
    }

    private static string? OfIp(string field, string ip)
    {
        if (ParseError(ip) is { } error)
        {
            return $"{field}: IP address was accepted, but will be invalid in a future Kubernetes release: {error}";
        }

        return Canonical(ip) is { } canonical && canonical != ip
            ? $"{field}: IPv6 address \"{ip}\" is not in RFC 5952 canonical format (\"{canonical}\"), which may cause controller apply-loops" : null;
    }

    private static string? OfCidr(string field, string cidr)
    {
        var slash = cidr.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return null;
        }

        if (ParseError(cidr[..slash]) is { } error)
        {
            return $"{field}: IP prefix was accepted, but will be invalid in a future Kubernetes release: netip.ParsePrefix(\"{cidr}\"): {error}";
        }

        return Canonical(cidr[..slash]) is { } canonical && canonical + cidr[slash..] != cidr
            ? $"{field}: IPv6 prefix \"{cidr}\" is not in RFC 5952 canonical format (\"{canonical}{cidr[slash..]}\"), which may cause controller apply-loops" : null;
    }

    /// <summary>What Go's strict parser says of an address that its lax one takes.</summary>
    private static string? ParseError(string ip)
    {
        if (!Addresses.TryParseIp(ip, out var address))
        {
            return $"ParseAddr({GoValue.Quote(ip)}): {(Stranger(ip) is { } at ? $"unexpected character (at {GoValue.Quote(ip[at..])})" : "unable to parse IP")}";
        }

        return address.AddressFamily == AddressFamily.InterNetwork && ip.Split('.').Any(part => part.Length > 1 && part[0] == '0')
            ? $"ParseAddr(\"{ip}\"): IPv4 field has octet with leading zero" : null;
    }

    /// <summary>Where an address with dots has what is neither digit nor dot; null where it is wrong in another way.</summary>
    private static int? Stranger(string ip) =>
        ip.IndexOfAny(['.', ':', '%']) is >= 0 and var kind && ip[kind] == '.' && ip.AsSpan().IndexOfAnyExcept(OfAddress) is >= 0 and var at ? at : null;

    private static string? Canonical(string ip) =>
        Addresses.TryParseIp(ip, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 ? address.ToString() : null;
}
