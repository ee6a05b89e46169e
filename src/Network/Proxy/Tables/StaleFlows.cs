using ActorKube.Network.Addressing;

namespace ActorKube.Network.Proxy.Tables;

/// <summary>Which UDP flows a change makes stale. Pure.</summary>
internal static class StaleFlows
{
    /// <summary>
    /// The UDP frontends of services that changed, each with who may go on answering. A service without endpoints may have flows that began when it had none: they have no answerer and
    /// are stale as soon as there is one.
    /// </summary>
    public static IReadOnlyDictionary<Frontend, IReadOnlySet<uint>> After(ServiceTable from, ServiceTable to)
    {
        var frontends = new Dictionary<Frontend, IReadOnlySet<uint>>();
        foreach (var name in ServiceChanges.Between(from, to))
        {
            var before = Udp(from.Find(name));
            var after = Udp(to.Find(name)).ToDictionary(static r => r.Frontend);
            foreach (var route in before.Where(r => !after.ContainsKey(r.Frontend)))
            {
                frontends[route.Frontend] = new HashSet<uint>();
            }

            foreach (var (frontend, route) in after)
            {
                if (!route.Serving.SequenceEqual(before.FirstOrDefault(r => r.Frontend == frontend)?.Serving ?? []))
                {
                    frontends[frontend] = route.Serving.ToHashSet();
                }
            }
        }

        return frontends;
    }

    private static List<Route> Udp(ServiceRoutes? service) => (service?.Routes ?? []).Where(static r => r.Frontend.Transport == Transport.Udp).ToList();
}
