using System.Globalization;
using ActorKube.Api.Discovery;
using SlicePort = ActorKube.Api.Discovery.EndpointPort;

namespace ActorKube.Actors.Networking.EndpointSlices;

/// <summary>An endpoint that a service is to have.</summary>
/// <param name="ReadyChanged">When its pod became ready, or ceased to be.</param>
internal sealed record WantedEndpoint(Endpoint Endpoint, DateTimeOffset? ReadyChanged = null);

/// <summary>Endpoints with the same ports, which can share slices.</summary>
internal sealed record PortGroup(IReadOnlyList<SlicePort> Ports, List<WantedEndpoint> Endpoints)
{
    /// <summary>Tells groups apart; the order of ports doesn't matter.</summary>
    public static string KeyOf(IEnumerable<SlicePort>? ports) =>
        string.Join(';', (ports ?? []).Select(static p => string.Create(CultureInfo.InvariantCulture, $"{p.Name}|{p.Protocol}|{p.Port}|{p.AppProtocol}")).Order(StringComparer.Ordinal));
}
