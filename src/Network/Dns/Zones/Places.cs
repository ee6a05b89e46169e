using System.Net;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Validation;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;
using ActorKube.Network.Dns.Messages;

namespace ActorKube.Network.Dns.Zones;

/// <summary>From services and their slices to places.</summary>
internal static class Places
{
    private const string NoAddress = "None";

    /// <summary>The cluster IPs, each under the name of the service; without one, the endpoints.</summary>
    /// <param name="name">The service's.</param>
    public static IReadOnlyList<Place> Of(Service service, DnsName name, ViewSnapshot view)
    {
        var addresses = (service.Spec.ClusterIPs is { Count: > 0 } all ? all : [service.Spec.ClusterIP ?? ""]).Where(static a => a.Length > 0).ToList();
        if (addresses.Contains(NoAddress))
        {
            return OfEndpoints(service, name, view);
        }

        PlacePort[] ports = [.. (service.Spec.Ports ?? []).Select(static p => Port(p.Name, p.Protocol, p.Port))];
        return [.. addresses.Select(a => new Place(name, Parse(a), ports))];
    }

    /// <summary>The endpoints that are ready, each under its host name or else under its address, its dots and colons as dashes.</summary>
    public static IReadOnlyList<Place> OfEndpoints(Service service, DnsName name, ViewSnapshot view) =>
    [
        .. from stored in view.Lookup(NetworkIndexes.Slices, NetworkIndexes.SlicesOfService, $"{service.Metadata.Namespace}/{service.Metadata.Name}")
           let slice = stored.Read<EndpointSlice>()
           where slice.AddressType is "IPv4" or "IPv6"
           let ports = (slice.Ports ?? []).Select(static p => Port(p.Name, p.Protocol, p.Port ?? 0)).ToArray()
           from endpoint in slice.Endpoints ?? []
           where endpoint.Conditions.Ready ?? true
           from address in endpoint.Addresses ?? []
           let label = endpoint.Hostname is { Length: > 0 } host ? host : address.Replace('.', '-').Replace(':', '-')
           select new Place(name.Below(label), Parse(address), ports),
    ];

    /// <summary>Not as .NET reads it, which takes leading zeros for octal.</summary>
    private static IPAddress Parse(string address) => IPAddress.Parse(Addresses.Canonical(address));

    private static PlacePort Port(string? name, string? protocol, int number) => new(name ?? "", (protocol ?? "TCP").ToLowerInvariant(), (ushort)number);
}
