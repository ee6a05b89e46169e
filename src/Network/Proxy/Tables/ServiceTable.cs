using System.Collections.Immutable;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Proxy.Tables;

/// <summary>
/// What a node does for all services. Immutable. A frontend belongs to one service: who had it keeps it, and at the beginning the first by name gets it; the others are told.
/// </summary>
internal sealed class ServiceTable
{
    private ServiceTable(NodeFacts node) => Node = node;

    public NodeFacts Node { get; }

    public ImmutableDictionary<ServiceName, ServiceRoutes> Services { get; private init; } = ImmutableDictionary<ServiceName, ServiceRoutes>.Empty;

    /// <summary>Services that lack a frontend because another has it: to be resolved again with each change.</summary>
    public ImmutableHashSet<ServiceName> Losers { get; private init; } = [];

    /// <summary>Services with a problem or a health check.</summary>
    public ImmutableHashSet<ServiceName> Noted { get; private init; } = [];

    /// <summary>The shapes that routes have, each with the number of routes.</summary>
    public ImmutableDictionary<RouteShape, int> Shapes { get; private init; } = ImmutableDictionary<RouteShape, int>.Empty;

    /// <summary>Sources that are let in by routes that don't let in all, each with the number of routes.</summary>
    public ImmutableDictionary<string, int> Restrictions { get; private init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The table that this one was made from, and what was changed, so that the two can be compared without a look at all services.</summary>
    internal (WeakReference<ServiceTable> From, ImmutableArray<ServiceName> Names)? Step { get; private init; }

    private ImmutableDictionary<Frontend, ServiceName> Owners { get; init; } = ImmutableDictionary<Frontend, ServiceName>.Empty;

    public static ServiceTable Empty(NodeFacts node) => new(node);

    public ServiceRoutes? Find(ServiceName name) => Services.GetValueOrDefault(name);

    /// <param name="changes">The routes of a service, or null if there is nothing to do for it any more.</param>
    public ServiceTable With(IEnumerable<KeyValuePair<ServiceName, ServiceRoutes?>> changes)
    {
        var services = Services.ToBuilder();
        var owners = Owners.ToBuilder();
        var losers = Losers.ToBuilder();
        var noted = Noted.ToBuilder();
        var counts = new TableCounts(Shapes, Restrictions);
        var all = changes.OrderBy(static c => c.Key).ToList();

        // Whatever is let go can be had by another at once.
        foreach (var (name, next) in all)
        {
            var kept = next?.Routes.Select(static r => r.Frontend).ToHashSet() ?? [];
            foreach (var route in services.GetValueOrDefault(name)?.Routes ?? [])
            {
                if (!kept.Contains(route.Frontend))
                {
                    owners.Remove(route.Frontend);
                }
            }
        }

        foreach (var (name, next) in all)
        {
            losers.Remove(name);
            noted.Remove(name);
            var before = services.GetValueOrDefault(name);
            if (next is null)
            {
                services.Remove(name);
                counts.Replace(before, null);
                continue;
            }

            var (routes, problems) = Claim(name, next.Routes, owners);
            if (problems.Count > 0)
            {
                losers.Add(name);
            }

            var granted = problems.Count == 0 ? next : next with { Routes = routes, Problems = next.Problems.AddRange(problems) };
            if (granted is { Problems.Length: > 0 } or { HealthCheckPort: > 0 })
            {
                noted.Add(name);
            }

            if (!granted.Equals(before))
            {
                services[name] = granted;
                counts.Replace(before, granted);
            }
        }

        return new ServiceTable(Node)
        {
            Services = services.ToImmutable(),
            Losers = losers.ToImmutable(),
            Noted = noted.ToImmutable(),
            Shapes = counts.Shapes,
            Restrictions = counts.Restrictions,
            Owners = owners.ToImmutable(),
            Step = (new WeakReference<ServiceTable>(this), [.. all.Select(static c => c.Key)]),
        };
    }

    private static (ImmutableArray<Route> Routes, List<string> Problems) Claim(ServiceName name, ImmutableArray<Route> routes, ImmutableDictionary<Frontend, ServiceName>.Builder owners)
    {
        var problems = new List<string>();
        var granted = ImmutableArray.CreateBuilder<Route>(routes.Length);
        foreach (var route in routes)
        {
            if (!owners.TryGetValue(route.Frontend, out var owner))
            {
                owners.Add(route.Frontend, owner = name);
            }

            if (owner == name)
            {
                granted.Add(route);
            }
            else
            {
                var frontend = route.Frontend;
                problems.Add($"{Ipv4.Text(frontend.Address)}:{frontend.Port} ({frontend.Transport.Text()}) is that of the service {owner}");
            }
        }

        return (granted.ToImmutable(), problems);
    }
}
