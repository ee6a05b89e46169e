using System.Collections.Immutable;
using ActorKube.Engine.Views;
using ActorKube.Network;

namespace ActorKube.Ingresses.Routing;

/// <summary>Everything that a request is routed by, at one moment. Immutable: one is taken at the start of a request and kept to its end.</summary>
/// <param name="Backends">The table's backends with their endpoints, in its order.</param>
internal sealed record RoutingSnapshot(RouteTable Table, ImmutableArray<Backend> Backends)
{
    public static RoutingSnapshot Empty { get; } = new(RouteTable.Empty, []);

    public static RoutingSnapshot Read(RouteTable table, ViewSnapshot view, string nodeName) => new(table, [.. table.Backends.Select(k => BackendReader.Read(view, k, nodeName))]);

    /// <summary>With the backends of these services as they are now. The same object if no route leads to any of them.</summary>
    /// <param name="services">Namespaces and names.</param>
    public RoutingSnapshot Refresh(ViewSnapshot view, IReadOnlySet<(string Namespace, string Name)> services, string nodeName)
    {
        ImmutableArray<Backend>.Builder? next = null;
        for (var i = 0; i < Backends.Length; i++)
        {
            var key = Backends[i].Key;
            if (services.Contains((key.Namespace, key.Service)))
            {
                next ??= Backends.ToBuilder();
                next[i] = BackendReader.Read(view, key, nodeName);
            }
        }

        return next is null ? this : this with { Backends = next.ToImmutable() };
    }

    /// <summary>What backends lack, for each Ingress that leads to them.</summary>
    public IEnumerable<Problem> Problems() =>
        from route in Routes()
        from part in route.Backends
        let problem = Backends[part.Index].Problem
        where problem is not null
        select new Problem(route.Ingress.Key, "BadBackend", problem);

    private IEnumerable<Route> Routes() => Table.Hosts.Values.Concat(Table.Wildcards.Values)
        .SelectMany(static h => h.Exact.Values.Concat(h.Prefixes.Values).Concat(h.Default is { } route ? [route] : []))
        .Concat(Table.Default is { } last ? [last] : []);
}
