using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Proxy.Tables;

/// <summary>Reads the endpoints of a service's port out of its slices.</summary>
internal static class SliceReader
{
    /// <summary>IPv4 only. An endpoint that several slices have counts once, and as ready if one of them says so.</summary>
    public static IReadOnlyList<ServiceEndpoint> Endpoints(IEnumerable<EndpointSlice> slices, ServicePort port, string nodeName)
    {
        var found = new Dictionary<Backend, ServiceEndpoint>();
        foreach (var slice in slices.Where(static s => s.AddressType == "IPv4"))
        {
            var number = (slice.Ports ?? []).FirstOrDefault(p => (p.Name ?? "") == (port.Name ?? "") && Transports.Parse(p.Protocol) == Transports.Parse(port.Protocol))?.Port;
            if (number is not (> 0 and <= ushort.MaxValue))
            {
                continue;
            }

            foreach (var endpoint in slice.Endpoints ?? [])
            {
                if (endpoint.Addresses is [var first, ..] && Ipv4.TryParse(first, out var address))
                {
                    var read = Read(endpoint, new Backend(address, (ushort)number), nodeName);
                    if (!found.TryGetValue(read.Backend, out var known) || (read.IsReady && !known.IsReady))
                    {
                        found[read.Backend] = read;
                    }
                }
            }
        }

        return [.. found.Values];
    }

    /// <summary>What isn't said: ready, serving as it is ready, not ending.</summary>
    private static ServiceEndpoint Read(Endpoint endpoint, Backend backend, string nodeName)
    {
        var ready = endpoint.Conditions.Ready ?? true;
        return new ServiceEndpoint(
            backend,
            ready,
            endpoint.Conditions.Serving ?? ready,
            endpoint.Conditions.Terminating ?? false,
            endpoint.NodeName == nodeName,
            endpoint.NodeName is null || endpoint.NodeName == nodeName,
            [.. (endpoint.Hints?.ForZones ?? []).Select(static z => z.Name)]);
    }
}
