using System.Net;
using ActorKube.Ingresses.Routing;

namespace ActorKube.Ingresses.Forwarding;

/// <summary>
/// Which endpoint a request goes to. A sequence that fills the unit interval evenly (multiples of the golden ratio, without their whole part) decides by one number both between the services of a
/// route, by their weights, and within the service: shares are kept to within a request or so instead of by chance. Thread-safe.
/// </summary>
internal sealed class EndpointChoice(TimeProvider time)
{
    /// <summary>The golden ratio's fraction, times 2^64.</summary>
    private const ulong Step = 0x9E3779B97F4A7C15;

    private readonly UnreachableEndpoints _unreachable = new(time);
    private long _sequence;

    /// <param name="tried">Endpoints that this request couldn't reach.</param>
    /// <returns>Null if there is none.</returns>
    public (Backend Backend, IPEndPoint Endpoint)? Next(RoutingSnapshot routes, Route route, IReadOnlyCollection<IPEndPoint> tried)
    {
        var at = (unchecked((ulong)Interlocked.Increment(ref _sequence) * Step) >> 11) * (1.0 / (1UL << 53));
        var backend = Share(routes, route, ref at);
        return backend is not null && Pick(backend, at, tried) is { } endpoint ? (backend, endpoint) : null;
    }

    /// <summary>It couldn't be connected to.</summary>
    public void Avoid(IPEndPoint endpoint) => _unreachable.Add(endpoint);

    /// <summary>A service without endpoints has no part.</summary>
    /// <param name="at">From 0 to below 1; becomes the place within the part of the service that is returned, from 0 to below 1 again. At 0.93 with weights 90 and 10: the second one, at 0.3.</param>
    internal static Backend? Share(RoutingSnapshot routes, Route route, ref double at)
    {
        var total = 0L;
        foreach (var part in route.Backends)
        {
            total += routes.Backends[part.Index].Endpoints.Length > 0 ? part.Weight : 0;
        }

        var rest = at * total;
        foreach (var part in route.Backends)
        {
            var backend = routes.Backends[part.Index];
            if (backend.Endpoints.Length == 0)
            {
                continue;
            }

            if (rest < part.Weight)
            {
                at = rest / part.Weight;
                return backend;
            }

            rest -= part.Weight;
        }

        return null;
    }

    private IPEndPoint? Pick(Backend backend, double at, IReadOnlyCollection<IPEndPoint> tried)
    {
        var first = (int)(at * backend.Endpoints.Length);
        IPEndPoint? last = null;
        for (var i = 0; i < backend.Endpoints.Length; i++)
        {
            var endpoint = backend.Endpoints[(first + i) % backend.Endpoints.Length];
            if (tried.Count > 0 && tried.Contains(endpoint))
            {
                continue;
            }

            if (!_unreachable.Contains(endpoint))
            {
                return endpoint;
            }

            last ??= endpoint;
        }

        return last;
    }
}
