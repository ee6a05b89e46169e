using System.Collections.Immutable;

namespace ActorKube.Network.Proxy.Tables;

/// <summary>How many routes of a table there are of each sort. It is kept up with each change: a look at all services costs milliseconds when there are ten thousand.</summary>
internal sealed class TableCounts(ImmutableDictionary<RouteShape, int> shapes, ImmutableDictionary<string, int> restrictions)
{
    private readonly ImmutableDictionary<RouteShape, int>.Builder _shapes = shapes.ToBuilder();
    private readonly ImmutableDictionary<string, int>.Builder _restrictions = restrictions.ToBuilder();

    public ImmutableDictionary<RouteShape, int> Shapes => _shapes.ToImmutable();

    public ImmutableDictionary<string, int> Restrictions => _restrictions.ToImmutable();

    public void Replace(ServiceRoutes? before, ServiceRoutes? after)
    {
        Count(before, -1);
        Count(after, 1);
    }

    private static void Count<T>(ImmutableDictionary<T, int>.Builder counts, T item, int by)
        where T : notnull
    {
        var next = counts.GetValueOrDefault(item) + by;
        if (next == 0)
        {
            counts.Remove(item);
        }
        else
        {
            counts[item] = next;
        }
    }

    private void Count(ServiceRoutes? service, int by)
    {
        foreach (var route in service?.Routes ?? [])
        {
            foreach (var shape in RouteShape.Of(route))
            {
                Count(_shapes, shape, by);
            }

            if (route.AllowedSources.Length > 0)
            {
                Count(_restrictions, route.Sources, by);
            }
        }
    }
}
