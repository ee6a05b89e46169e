using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Networking.Selection;
using ActorKube.Actors.Networking.Topology;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Networking.EndpointSlices;

/// <summary>
/// A service with a selector has slices that list the pods behind it: for each family, and each set of ports that its pods have, as many as it takes. They go with the service, as the
/// garbage collector has it. Slices that somebody else keeps are left alone, as are those of a service that has lost its selector.
/// </summary>
internal sealed class EndpointSliceReconciler : IReconciler
{
    public string Resource => Resources.Services;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { Header.IsDeleting: false } stored || stored.Read<Service>() is not { } service || ServiceSelector.Of(service) is null)
        {
            return Decision.None;
        }

        var families = AddressFamilies.Of(service);
        var slices = ServiceIndexes.SlicesOf(context.View, context.Key.Namespace, context.Key.Name).Where(static s => SliceTemplate.IsKept(s, SliceTemplate.Keeper) && !s.Header.IsDeleting)
            .ToLookup(static s => s.Read<EndpointSlice>().AddressType, StringComparer.Ordinal);
        var actions = ImmutableArray.CreateBuilder<ReconcileAction>();
        foreach (var family in families)
        {
            actions.AddRange(Reconcile(context.View, service, family, [.. slices[family]]));
        }

        actions.AddRange(slices.Where(g => !families.Contains(g.Key)).SelectMany(static g => g).Select(static s => new DeleteObject(s.Key, s.Header.Uid)));
        return new Decision(actions.ToImmutable());
    }

    private static ImmutableArray<ReconcileAction> Reconcile(ViewSnapshot view, Service service, string family, List<StoredObject> slices)
    {
        var labels = SliceTemplate.LabelsOf(service);
        var (plan, touched) = Plan(view, service, family, slices, labels);
        var hints = Hints.Of(view, service, family, plan.Drafts);
        var time = TriggerTime.Of(service.Metadata.CreationTimestamp, slices, touched);
        var writes = plan.Actions(s => s with { Metadata = TriggerTime.Write(s.Metadata, time) });

        // Why there are no hints is said when something changes, not each time somebody looks.
        return writes.IsEmpty || hints is null ? writes : writes.Add(hints);
    }

    private static (SlicePlan Plan, List<WantedEndpoint> Touched) Plan(ViewSnapshot view, Service service, string family, List<StoredObject> slices, Dictionary<string, string> labels)
    {
        var byPorts = slices.Where(s => IsOwned(s, service)).ToLookup(static s => PortGroup.KeyOf(s.Read<EndpointSlice>().Ports), StringComparer.Ordinal);
        var groups = WantedEndpoints.Of(view, service, family);
        var drafts = new List<SliceDraft>();
        var touched = new List<WantedEndpoint>();
        foreach (var (key, group) in groups)
        {
            List<SliceDraft> ofPorts = [.. byPorts[key].Select(static s => new SliceDraft(s))];
            touched.AddRange(SlicePacking.Pack(ofPorts, group.Endpoints, () => new SliceDraft(SliceTemplate.Make(service, family, group.Ports, labels))));
            drafts.AddRange(ofPorts);
        }

        var staying = drafts.Where(static d => !d.IsEmptied).ToList();
        if (staying.Count == 0)
        {
            staying.Add(Placeholder(service, family, slices, labels));
        }

        staying.ForEach(d => d.SetLabels(labels));
        var kept = staying.Select(static d => d.Basis?.Key).ToHashSet();
        return (new SlicePlan(staying, [.. slices.Where(s => !kept.Contains(s.Key))]), touched);
    }

    /// <summary>A service without endpoints has one slice that says so.</summary>
    private static SliceDraft Placeholder(Service service, string family, List<StoredObject> slices, Dictionary<string, string> labels) =>
        slices.Find(s => IsOwned(s, service) && s.Read<EndpointSlice>() is { Endpoints: null or { Count: 0 }, Ports: null or { Count: 0 } }) is { } known
            ? new SliceDraft(known) : new SliceDraft(SliceTemplate.Make(service, family, [], labels));

    private static bool IsOwned(StoredObject slice, Service service) => slice.Header.Owners.Any(o => o.Uid == service.Metadata.Uid && o.Kind == "Service");
}
