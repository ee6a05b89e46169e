using ActorKube.Actors.Networking.EndpointLists;
using ActorKube.Actors.Networking.EndpointSlices;
using ActorKube.Actors.Networking.Selection;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Validation;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using SlicePort = ActorKube.Api.Discovery.EndpointPort;

namespace ActorKube.Actors.Networking.Mirroring;

/// <summary>The slices that mirror Endpoints: one for each subset and family.</summary>
/// <param name="Invalid">Addresses that are none.</param>
/// <param name="Skipped">Addresses for which there was no room.</param>
internal sealed record EndpointsMirror(SlicePlan Plan, int Invalid, int Skipped)
{
    /// <summary>Most addresses of a subset that are mirrored.</summary>
    public const int MaxAddresses = 1000;

    public static EndpointsMirror Of(Endpoints endpoints, List<StoredObject> slices)
    {
        var (groups, invalid, skipped) = Wanted(endpoints);
        var known = slices.GroupBy(static s => s.Read<EndpointSlice>() is var slice ? KeyOf(slice.AddressType, slice.Ports) : "", StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
        var labels = LabelsOf(endpoints);
        var drafts = new List<SliceDraft>();
        foreach (var (key, (family, group)) in groups)
        {
            var stored = known.GetValueOrDefault(key);
            var draft = stored is not null && stored.Header.Owners.Any(o => o.Uid == endpoints.Metadata.Uid) && HasAnnotations(stored, endpoints)
                ? new SliceDraft(stored) : new SliceDraft(Annotated(SliceTemplate.Make(endpoints, family, group.Ports, labels), endpoints));
            var open = group.Endpoints.DistinctBy(static w => EndpointIdentity.Of(w.Endpoint)).ToDictionary(static w => EndpointIdentity.Of(w.Endpoint));
            draft.Keep(open);
            foreach (var added in open.Values)
            {
                draft.Add(added.Endpoint);
            }

            draft.SetLabels(labels);
            drafts.Add(draft);
        }

        var kept = drafts.Select(static d => d.Basis?.Key).ToHashSet();
        return new EndpointsMirror(new SlicePlan(drafts, [.. slices.Where(s => !kept.Contains(s.Key))]), invalid, skipped);
    }

    private static (Dictionary<string, (string Family, PortGroup Group)> Groups, int Invalid, int Skipped) Wanted(Endpoints endpoints)
    {
        var groups = new Dictionary<string, (string Family, PortGroup Group)>(StringComparer.Ordinal);
        var (invalid, skipped) = (0, 0);
        foreach (var subset in SubsetPacking.Pack(endpoints.Subsets ?? []))
        {
            var room = MaxAddresses;
            List<SlicePort> ports = [.. (subset.Ports ?? []).Select(static p => new SlicePort { Name = p.Name ?? "", Port = p.Port, Protocol = p.Protocol, AppProtocol = p.AppProtocol })];
            foreach (var (address, ready) in (subset.Addresses ?? []).Select(static a => (a, true)).Concat((subset.NotReadyAddresses ?? []).Select(static a => (a, false))))
            {
                if (room == 0)
                {
                    skipped++;
                }
                else if (!Addresses.TryParseIp(address.Ip, out _))
                {
                    invalid++;
                }
                else
                {
                    room--;
                    GroupOf(AddressFamilies.Of(address.Ip), ports).Endpoints.Add(new WantedEndpoint(EndpointOf(address, ready)));
                }
            }
        }

        return (groups, invalid, skipped);

        PortGroup GroupOf(string family, List<SlicePort> ports)
        {
            var key = KeyOf(family, ports);
            if (!groups.TryGetValue(key, out var known))
            {
                groups.Add(key, known = (family, new PortGroup(ports, [])));
            }

            return known.Group;
        }
    }

    private static Endpoint EndpointOf(EndpointAddress address, bool ready) => new()
    {
        Addresses = [address.Ip],
        Conditions = new EndpointConditions { Ready = ready },
        TargetRef = address.TargetRef,
        NodeName = address.NodeName,
        Hostname = string.IsNullOrEmpty(address.Hostname) ? null : address.Hostname,
    };

    private static string KeyOf(string family, IEnumerable<SlicePort>? ports) => family + ' ' + PortGroup.KeyOf(ports);

    private static Dictionary<string, string> LabelsOf(Endpoints endpoints) => new(endpoints.Metadata.Labels ?? new Dictionary<string, string>(), StringComparer.Ordinal)
    {
        [NetworkingNames.ServiceName] = endpoints.Metadata.Name ?? "",
        [NetworkingNames.ManagedBy] = MirrorReconciler.Keeper,
    };

    private static Dictionary<string, string> AnnotationsOf(Endpoints endpoints)
    {
        var annotations = new Dictionary<string, string>(endpoints.Metadata.Annotations ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        annotations.Remove(NetworkingNames.LastChangeTriggerTime);
        annotations.Remove(NetworkingNames.LastApplied);
        return annotations;
    }

    private static bool HasAnnotations(StoredObject slice, Endpoints endpoints)
    {
        var (has, wanted) = (slice.Read<EndpointSlice>().Metadata.Annotations, AnnotationsOf(endpoints));
        return (has?.Count ?? 0) == wanted.Count && wanted.All(a => has!.GetValueOrDefault(a.Key) == a.Value);
    }

    private static EndpointSlice Annotated(EndpointSlice slice, Endpoints endpoints) =>
        AnnotationsOf(endpoints) is { Count: > 0 } annotations ? slice with { Metadata = slice.Metadata with { Annotations = annotations } } : slice;
}
