using System.Collections.Immutable;

namespace ActorKube.Network.Proxy.Tables;

/// <summary>
/// What a node does for all services. Immutable. A frontend belongs to one service: who had it keeps it, and at the beginning the first by name gets it; the others are told.
/// </summary>
internal sealed class ServiceTable
{
    private readonly ImmutableDictionary<Frontend, ServiceName> _owners;

    private ServiceTable(NodeFacts node, ImmutableDictionary<ServiceName, ServiceRoutes> services, ImmutableDictionary<Frontend, ServiceName> owners, ImmutableHashSet<ServiceName> losers) =>
        (Node, Services, _owners, Losers) = (node, services, owners, losers);

    public NodeFacts Node { get; }

    public ImmutableDictionary<ServiceName, ServiceRoutes> Services { get; }

    /// <summary>Services that lack a frontend because another has it: to be resolved again with each change.</summary>
    public ImmutableHashSet<ServiceName> Losers { get; }

    public static ServiceTable Empty(NodeFacts node) =>
        new(node, ImmutableDictionary<ServiceName, ServiceRoutes>.Empty, ImmutableDictionary<Frontend, ServiceName>.Empty, []);

    public ServiceRoutes? Find(ServiceName name) => Services.GetValueOrDefault(name);

    /// <param name="changes">The routes of a service, or null if there is nothing to do for it any more.</param>
    public ServiceTable With(IEnumerable<KeyValuePair<ServiceName, ServiceRoutes?>> changes)
    {
        var services = Services.ToBuilder();
        var owners = _owners.ToBuilder();
        var losers = Losers.ToBuilder();
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
            if (next is null)
            {
                services.Remove(name);
                continue;
            }

            var (routes, problems) = Claim(name, next.Routes, owners);
            if (problems.Count > 0)
            {
                losers.Add(name);
            }

            var granted = problems.Count == 0 ? next : next with { Routes = routes, Problems = next.Problems.AddRange(problems) };
            if (!granted.Equals(services.GetValueOrDefault(name)))
            {
                services[name] = granted;
            }
        }

        return new ServiceTable(Node, services.ToImmutable(), owners.ToImmutable(), losers.ToImmutable());
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
