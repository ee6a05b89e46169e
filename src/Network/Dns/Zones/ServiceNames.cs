using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Network.Dns.Messages;

namespace ActorKube.Network.Dns.Zones;

/// <summary>The names of services, of their ports and of their endpoints.</summary>
/// <param name="zone">They are below this: <c>svc.cluster.local</c>.</param>
internal sealed class ServiceNames(DnsName zone)
{
    private const ushort Priority = 0;
    private const ushort Weight = 100;

    /// <summary>As for a zone: null without such a name.</summary>
    /// <param name="labels">Before the zone, in lower case.</param>
    public IReadOnlyList<DnsData>? Find(ReadOnlySpan<string> labels, ViewSnapshot view) => labels switch
    {
        [] => [],
        [var space] => PodNames.IsNamespace(space, view) ? [] : null,
        [.. var below, var name, var space] => view.Get(new ObjectKey(NetworkIndexes.Services, space, name)) is { } stored ? Find(below, stored.Read<Service>(), view) : null,
    };

    private List<DnsData>? Find(ReadOnlySpan<string> below, Service service, ViewSnapshot view)
    {
        if (service.Spec.Type == "ExternalName")
        {
            return below.IsEmpty && service.Spec.ExternalName is { Length: > 0 } external ? [new NameData(DnsType.CName, DnsName.Parse(external))] : null;
        }

        var name = zone.Below(service.Metadata.Name!, service.Metadata.Namespace!);
        return below switch
        {
            [] => OrNone(Addresses(Places.Of(service, name, view))),
            [['_', .. var port], ['_', .. var protocol]] => OrNone(Ports(Places.Of(service, name, view), port, protocol)),
            [['_', ..]] => [],
            [var label] => OrNone(Addresses(Places.OfEndpoints(service, name, view).Where(p => p.Name.Labels[0] == label))),
            _ => null,
        };
    }

    private static IEnumerable<DnsData> Addresses(IEnumerable<Place> places) => places.Select(static p => p.Address).Distinct().Select(static a => new AddressData(a));

    private static IEnumerable<DnsData> Ports(IEnumerable<Place> places, string name, string protocol) => places
        .SelectMany(p => p.Ports.Where(port => port.Name == name && port.Protocol == protocol).Select(port => new ServiceData(Priority, Weight, port.Number, p.Name)))
        .Distinct();

    /// <summary>A headless service without endpoints has no name, says the specification; nor does a port that isn't served.</summary>
    private static List<DnsData>? OrNone(IEnumerable<DnsData> found) => found.ToList() is { Count: > 0 } all ? all : null;
}
