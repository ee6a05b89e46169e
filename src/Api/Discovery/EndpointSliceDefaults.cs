using ActorKube.Api.Serialization;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Discovery;

/// <summary>Defaults of ports, and the topology that v1 no longer takes.</summary>
internal static class EndpointSliceDefaults
{
    private const string HostnameLabel = "kubernetes.io/hostname";

    public static EndpointSlice Apply(EndpointSlice slice) => slice.Ports is null
        ? slice : slice with { Ports = [.. slice.Ports.Select(p => p with { Name = p.Name ?? "", Protocol = p.Protocol ?? "TCP" })] };

    /// <summary>Clears the topology; a node that only the topology named before moves to <c>nodeName</c>.</summary>
    public static EndpointSlice DropTopology(EndpointSlice next, EndpointSlice? previous)
    {
        if (next.Endpoints is null || (previous is not null
            && ApiEquality.Same(new EndpointSlice { Endpoints = next.Endpoints }, new EndpointSlice { Endpoints = previous.Endpoints })))
        {
            return next;
        }

        var known = (previous?.Endpoints ?? []).Select(Hostname).OfType<string>().ToHashSet();
        return next with { Endpoints = [.. next.Endpoints.Select(e => e with { NodeName = e.NodeName ?? Kept(e, known), DeprecatedTopology = null })] };
    }

    private static string? Kept(Endpoint endpoint, HashSet<string> known) =>
        Hostname(endpoint) is { } name && known.Contains(name) && DnsNames.Subdomain(name).Count == 0 ? name : null;

    private static string? Hostname(Endpoint endpoint) => endpoint.DeprecatedTopology?.GetValueOrDefault(HostnameLabel);
}
