using System.Net;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;
using ActorKube.Network.Addressing;
using ActorKube.Network.Proxy;
using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network;

/// <summary>The endpoints of services, for those who go to them past the service's own address. Chosen as the service proxy chooses.</summary>
public static class ServiceEndpoints
{
    /// <summary>Ready ones, near ones if they are hinted; if none is ready those that serve while they end. In a fixed order. IPv4 only.</summary>
    /// <param name="nodeName">Of whoever asks; hints are for its zone.</param>
    public static IReadOnlyList<IPEndPoint> Of(ViewSnapshot view, string @namespace, string service, ServicePort port, string nodeName)
    {
        var slices = view.Lookup(NetworkIndexes.Slices, NetworkIndexes.SlicesOfService, $"{@namespace}/{service}").Select(static s => s.Read<EndpointSlice>());
        var zone = view.Get(new ObjectKey(NetworkIndexes.Nodes, "", nodeName)) is { } node ? Zone.Of(node) : null;
        return
        [
            .. EndpointChoice.Of(SliceReader.Endpoints(slices, port, nodeName), zone).Cluster
                .Select(static e => e.Backend).OrderBy(static b => b.Address).ThenBy(static b => b.Port)
                .Select(static b => new IPEndPoint(Ipv4.ToAddress(b.Address), b.Port)),
        ];
    }

    /// <summary>Names of the services whose endpoints a change of a slice concerns, as its label says: it may have been given to another one. In its namespace.</summary>
    public static IEnumerable<string> ServicesOf(ObjectEvent slice)
    {
        foreach (var state in new[] { slice.Object, slice.Previous })
        {
            if (state is not null && state.Header.Labels.TryGetValue(NetworkIndexes.ServiceNameLabel, out var service))
            {
                yield return service;
            }
        }
    }
}
