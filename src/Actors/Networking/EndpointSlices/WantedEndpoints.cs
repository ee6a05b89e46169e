using ActorKube.Actors.Networking.Selection;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using SlicePort = ActorKube.Api.Discovery.EndpointPort;

namespace ActorKube.Actors.Networking.EndpointSlices;

/// <summary>What endpoints a service is to have in one family.</summary>
internal static class WantedEndpoints
{
    public static Dictionary<string, PortGroup> Of(ViewSnapshot view, Service service, string family)
    {
        var groups = new Dictionary<string, PortGroup>(StringComparer.Ordinal);
        foreach (var pod in ServicePod.Of(view, service, terminating: true))
        {
            var node = pod.Facts.Node is { } name ? view.Get(new ObjectKey(Resources.Nodes, "", name)) : null;

            // The pod of a node that isn't there is as good as gone, unless it is to be published whatever its state.
            if ((node is not null || service.Spec.PublishNotReadyAddresses) && EndpointOf(pod, node, service, family) is { } endpoint)
            {
                var ports = PortsOf(pod, service);
                var key = PortGroup.KeyOf(ports);
                if (!groups.TryGetValue(key, out var group))
                {
                    groups.Add(key, group = new PortGroup(ports, []));
                }

                group.Endpoints.Add(new WantedEndpoint(endpoint, pod.Facts.ReadyChanged));
            }
        }

        return groups;
    }

    private static Endpoint? EndpointOf(ServicePod pod, StoredObject? node, Service service, string family)
    {
        var addresses = pod.Facts.Ips.Where(ip => AddressFamilies.Of(ip) == family).ToList();
        var isServing = pod.Facts.IsReady;
        return addresses.Count == 0 ? null : new Endpoint
        {
            Addresses = addresses,
            Conditions = new EndpointConditions
            {
                Ready = service.Spec.PublishNotReadyAddresses || (isServing && !pod.IsTerminating),
                Serving = isServing,
                Terminating = pod.IsTerminating,
            },
            Hostname = pod.HostnameIn(service),
            TargetRef = pod.Reference,
            NodeName = pod.Facts.Node,
            Zone = node?.Header.Labels[NetworkingNames.Zone] is { Length: > 0 } zone ? zone : null,
        };
    }

    /// <summary>Ports that the pod doesn't have are left out.</summary>
    private static List<SlicePort> PortsOf(ServicePod pod, Service service) =>
        [.. (service.Spec.Ports ?? []).Select(p => (Port: p, Number: pod.PortOf(p))).Where(static p => p.Number is not null)
            .Select(static p => new SlicePort { Name = p.Port.Name ?? "", Port = p.Number, Protocol = p.Port.Protocol ?? "TCP", AppProtocol = p.Port.AppProtocol })];
}
