using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ActorKube.Ingresses.Routing;

/// <summary>
/// Finds the route of a request. Immutable. Kubernetes' rules: the exact host before a wildcard, which stands for one label, before rules without a host; an exact path before the longest prefix;
/// then default backends, in the same order of hosts. See https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types.
/// </summary>
/// <param name="Hosts">By name in lower case; "" for rules without a host.</param>
/// <param name="Wildcards">By what stands behind the star, with the dot in front.</param>
/// <param name="Backends">What routes lead to.</param>
/// <param name="Default">Where requests go that nothing else is for; null for none.</param>
internal sealed record RouteTable(FrozenDictionary<string, HostRoutes> Hosts, FrozenDictionary<string, HostRoutes> Wildcards, ImmutableArray<BackendKey> Backends, Route? Default)
{
    public static RouteTable Empty { get; } = new(FrozenDictionary<string, HostRoutes>.Empty, FrozenDictionary<string, HostRoutes>.Empty, [], null);

    /// <param name="host">Without its port, in any case.</param>
    /// <param name="path">Decoded and normalised.</param>
    public Route? Match(string host, string path)
    {
        var own = Hosts.GetValueOrDefault(host);
        var wild = host.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? Wildcards.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(host.AsSpan(dot), out var found) ? found : null : null;
        var any = Hosts.GetValueOrDefault("");
        return own?.Match(path) ?? wild?.Match(path) ?? any?.Match(path) ?? own?.Default ?? wild?.Default ?? any?.Default ?? Default;
    }
}
