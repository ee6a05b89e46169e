namespace ActorKube.Network.Proxy.Tables;

/// <summary>What routes have in common that spread connections in the same way, whatever their frontends and backends are.</summary>
/// <param name="IsOutside">For those who come from outside, where that makes a difference.</param>
/// <param name="Backends">How many there are, at least 1.</param>
/// <param name="Slots">With affinity: of so many slots, at least as many as backends; else 0.</param>
/// <param name="Timeout">Of the affinity, in seconds.</param>
internal readonly record struct RouteShape(bool IsOutside, int Backends, int Slots = 0, int Timeout = 0)
{
    public static IEnumerable<RouteShape> Of(Route route)
    {
        if (route.Backends.Length > 0)
        {
            yield return Of(route.Affinity, isOutside: false, route.Backends.Length, route.Slots);
        }

        if (route.OutsideBackends is { Length: > 0 } outside)
        {
            yield return Of(route.Affinity, isOutside: true, outside.Length, route.OutsideSlots);
        }
    }

    private static RouteShape Of(TimeSpan? affinity, bool isOutside, int backends, StickySlots slots) =>
        affinity is { } timeout ? new(isOutside, backends, slots.Count, (int)timeout.TotalSeconds) : new(isOutside, backends);
}
