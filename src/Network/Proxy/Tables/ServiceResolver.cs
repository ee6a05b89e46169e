using System.Collections.Immutable;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Proxy.Tables;

/// <summary>What a node does for a service, from the service and its endpoint slices. Pure.</summary>
internal static class ServiceResolver
{
    private const string ForeignProxyLabel = "service.kubernetes.io/service-proxy-name";
    private const string HeadlessLabel = "service.kubernetes.io/headless";
    private const string Local = "Local";

    /// <param name="previous">What was done before; places are kept as far as they can be.</param>
    /// <returns>Null for a service that no proxy is concerned with.</returns>
    public static ServiceRoutes? Resolve(Service service, IReadOnlyCollection<EndpointSlice> slices, NodeFacts node, ServiceRoutes? previous = null)
    {
        var (meta, spec) = (service.Metadata, service.Spec);
        var labels = meta.Labels;
        if (spec.Type == ServiceTypes.ExternalName || spec.ClusterIP is null or "" or ServiceTypes.Headless
            || labels?.ContainsKey(ForeignProxyLabel) is true || labels?.ContainsKey(HeadlessLabel) is true)
        {
            return null;
        }

        var problems = new List<string>();
        var routes = new List<Route>();
        var before = previous?.Routes.ToDictionary(static r => r.Frontend) ?? [];
        var frontends = new ServiceFrontends(service, node, problems);
        var localEndpoints = new HashSet<uint>();
        foreach (var port in spec.Ports ?? [])
        {
            if (Transports.Parse(port.Protocol) is not { } transport)
            {
                problems.Add($"port {port.Port} has the protocol {port.Protocol}, which can't be proxied");
                continue;
            }

            var endpoints = SliceReader.Endpoints(slices, port, node.Name);
            var choice = EndpointChoice.Of(endpoints, node.Zone);
            localEndpoints.UnionWith(endpoints.Where(static e => e is { IsLocal: true, IsReady: true }).Select(static e => e.Backend.Address));
            routes.AddRange(frontends.Of(port, transport).Select(f => Route(f.Frontend, f.Kind, spec, endpoints, choice, before.GetValueOrDefault(f.Frontend), frontends)));
        }

        var checks = spec.Type == ServiceTypes.LoadBalancer && spec.ExternalTrafficPolicy == Local && spec.HealthCheckNodePort is > 0 and <= ushort.MaxValue;
        return new ServiceRoutes(new ServiceName(meta.Namespace ?? "", meta.Name ?? ""))
        {
            Routes = [.. routes.DistinctBy(static r => r.Frontend)],
            HealthCheckPort = checks ? (ushort)spec.HealthCheckNodePort : (ushort)0,
            LocalEndpoints = checks ? localEndpoints.Count : 0,
            Problems = [.. problems.Distinct()],
        };
    }

    private static Route Route(
        Frontend frontend, FrontendKind kind, ServiceSpec spec, IReadOnlyList<ServiceEndpoint> endpoints, EndpointChoice choice, Route? before, ServiceFrontends frontends)
    {
        var inside = spec.InternalTrafficPolicy == Local && kind == FrontendKind.ClusterIp ? choice.Local : choice.Cluster;
        var outside = spec.ExternalTrafficPolicy == Local && kind != FrontendKind.ClusterIp ? choice.Local : null;
        var backends = Ordered(before?.Backends ?? [], inside);
        ImmutableArray<Backend>? outsideBackends = outside is null ? null : Ordered(before?.OutsideBackends ?? [], outside);
        TimeSpan? affinity = spec.SessionAffinity == "ClientIP" ? TimeSpan.FromSeconds(spec.SessionAffinityConfig?.ClientIP?.TimeoutSeconds ?? 10_800) : null;
        var used = outside is null ? inside : inside.Concat(outside);
        return new Route(frontend, kind)
        {
            Backends = backends,
            OutsideBackends = outsideBackends,
            HasAny = choice.HasAny,
            Affinity = affinity,
            Slots = affinity is null ? StickySlots.None : (before?.Slots ?? StickySlots.None).Next(backends),
            OutsideSlots = affinity is null ? StickySlots.None : (before?.OutsideSlots ?? StickySlots.None).Next(outsideBackends ?? []),
            LocalAddresses = [.. used.Where(static e => e.MayBeHere).Select(static e => e.Backend.Address).Distinct().Order()],
            Serving = frontend.Transport == Transport.Udp ? [.. endpoints.Where(static e => e.IsServing).Select(static e => e.Backend.Address).Distinct().Order()] : [],
            AllowedSources = kind == FrontendKind.LoadBalancer ? frontends.AllowedSources(frontend.Address) : [],
        };
    }

    private static ImmutableArray<Backend> Ordered(ImmutableArray<Backend> previous, IEnumerable<ServiceEndpoint> next) =>
        BackendOrder.Next(previous, next.Select(static e => e.Backend).ToHashSet());
}
