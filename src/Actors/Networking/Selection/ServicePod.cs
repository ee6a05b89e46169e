using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Networking.Selection;

/// <summary>A pod as its services see it.</summary>
internal readonly record struct ServicePod(StoredObject Stored)
{
    public PodFacts Facts => PodFacts.Of(Stored);

    public bool IsTerminating => Stored.Header.IsDeleting;

    public ObjectReference Reference => new() { Kind = "Pod", Namespace = Stored.Key.Namespace, Name = Stored.Key.Name, Uid = Stored.Header.Uid };

    /// <summary>The pods of a service that have an address and have not ended, by name.</summary>
    public static IEnumerable<ServicePod> Of(ViewSnapshot view, Service service, bool terminating) =>
        ServiceIndexes.PodsWith(view, service.Metadata.Namespace ?? "", service.Spec.Selector!)
            .Select(static s => new ServicePod(s))
            .Where(p => p.Facts is { HasEnded: false, Ips.Count: > 0 } && (terminating || !p.IsTerminating));

    /// <summary>The first of the pod's addresses that is of the family, or null.</summary>
    public string? Address(string family) => Facts.Ips.FirstOrDefault(ip => AddressFamilies.Of(ip) == family);

    /// <summary>The name by which the service knows the pod; null where it isn't its subdomain.</summary>
    public string? HostnameIn(Service service) => Facts is { Hostname: { } name, Subdomain: { } subdomain } && subdomain == service.Metadata.Name ? name : null;

    /// <summary>The port of the pod behind a port of the service; null if it names one that the pod doesn't have.</summary>
    public int? PortOf(ServicePort port)
    {
        if (!port.TargetPort.IsString)
        {
            return port.TargetPort.IntValue;
        }

        var found = Stored.Read<Pod>().Spec.Containers?.SelectMany(static c => c.Ports ?? []).FirstOrDefault(p => p.Name == port.TargetPort.Text && (p.Protocol ?? "TCP") == (port.Protocol ?? "TCP"));
        return found?.Port;
    }
}
