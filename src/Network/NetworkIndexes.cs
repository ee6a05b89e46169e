using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Validation;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views.Indexes;

namespace ActorKube.Network;

/// <summary>Indexes that a view needs for what this project does.</summary>
public static class NetworkIndexes
{
    /// <summary>Endpoint slices by the service that they are of, as <c>namespace/name</c>.</summary>
    public const string SlicesOfService = "slices-of-service";

    /// <summary>Services by their cluster IPs, in canonical form.</summary>
    public const string ServicesOfAddress = "services-of-address";

    /// <summary>Endpoint slices by the addresses of endpoints that have a host name, in canonical form.</summary>
    public const string SlicesOfAddress = "slices-of-address";

    /// <summary>Label by which a slice names its service.</summary>
    internal const string ServiceNameLabel = "kubernetes.io/service-name";

    internal const string Slices = "endpointslices.discovery.k8s.io";

    internal const string Services = "services";

    internal const string Nodes = "nodes";

    internal const string NetworkPolicies = "networkpolicies.networking.k8s.io";

    internal const string Pods = "pods";

    internal const string Namespaces = "namespaces";

    public static IReadOnlyList<IndexDefinition> All { get; } =
    [
        new(SlicesOfService, Slices, static (slice, keys) =>
        {
            if (slice.Header.Labels.TryGetValue(ServiceNameLabel, out var service))
            {
                keys.Add($"{slice.Key.Namespace}/{service}");
            }
        }),
        new(ServicesOfAddress, Services, static (service, keys) =>
        {
            foreach (var address in service.Read<Service>().Spec.ClusterIPs ?? [])
            {
                keys.Add(Addresses.Canonical(address));
            }
        }),
        new(SlicesOfAddress, Slices, static (slice, keys) =>
        {
            foreach (var address in (slice.Read<EndpointSlice>().Endpoints ?? []).Where(static e => e.Hostname is { Length: > 0 }).SelectMany(static e => e.Addresses ?? []))
            {
                keys.Add(Addresses.Canonical(address));
            }
        }),
    ];
}
