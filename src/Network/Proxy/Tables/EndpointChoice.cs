namespace ActorKube.Network.Proxy.Tables;

/// <summary>
/// Which endpoints traffic goes to: those that are ready, near ones if hints say so for all of them, and if none is ready those that serve while they end (KEP-1669).
/// Follows kube-proxy.
/// </summary>
/// <param name="Cluster">For a policy of Cluster.</param>
/// <param name="Local">For a policy of Local.</param>
/// <param name="HasAny">Some node has an endpoint that can be used.</param>
internal sealed record EndpointChoice(IReadOnlyList<ServiceEndpoint> Cluster, IReadOnlyList<ServiceEndpoint> Local, bool HasAny)
{
    /// <param name="zone">The node's.</param>
    public static EndpointChoice Of(IReadOnlyList<ServiceEndpoint> all, string? zone)
    {
        var ready = all.Where(static e => e.IsReady).ToList();
        var last = all.Where(static e => e.IsLastResort).ToList();
        var localReady = ready.Where(static e => e.IsLocal).ToList();
        var cluster = ready.Count == 0 ? last : IsHinted(ready, zone) ? ready.Where(e => e.Zones.Contains(zone!)).ToList() : ready;
        return new(cluster, localReady.Count > 0 ? localReady : last.Where(static e => e.IsLocal).ToList(), ready.Count + last.Count > 0);
    }

    private static bool IsHinted(List<ServiceEndpoint> ready, string? zone) =>
        !string.IsNullOrEmpty(zone) && ready.TrueForAll(static e => e.Zones.Count > 0) && ready.Exists(e => e.Zones.Contains(zone));
}
