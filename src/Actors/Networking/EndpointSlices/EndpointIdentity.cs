using ActorKube.Api.Discovery;

namespace ActorKube.Actors.Networking.EndpointSlices;

/// <summary>What makes an endpoint the same one, whatever its conditions.</summary>
internal readonly record struct EndpointIdentity(string Addresses, string Hostname, string Namespace, string Name)
{
    public static EndpointIdentity Of(Endpoint endpoint) => new(
        string.Join(',', (endpoint.Addresses ?? []).Order(StringComparer.Ordinal)), endpoint.Hostname ?? "", endpoint.TargetRef?.Namespace ?? "", endpoint.TargetRef?.Name ?? "");

    /// <summary>Two of the same identity agree in all that is known of the pod. Hints are another matter.</summary>
    public static bool HasSameState(Endpoint a, Endpoint b) =>
        a.NodeName == b.NodeName && a.Zone == b.Zone && a.Conditions == b.Conditions
        && (a.TargetRef is null ? b.TargetRef is null : b.TargetRef is not null && a.TargetRef with { ResourceVersion = null } == b.TargetRef with { ResourceVersion = null });
}
