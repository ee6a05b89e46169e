using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Networking.EndpointSlices;
using ActorKube.Actors.Networking.Selection;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Networking.Mirroring;

/// <summary>
/// Endpoints that somebody wrote by hand for a service without a selector are mirrored in slices, so that who reads slices sees all endpoints. Slices go when the Endpoints do, are not to be
/// mirrored any more, or the service has gone or finds its pods itself. Endpoints that were made for a service that is gone go too.
/// </summary>
internal sealed class MirrorReconciler : IReconciler
{
    public const string Keeper = "endpointslicemirroring-controller.k8s.io";

    private const string Source = "endpoint-slice-mirroring-controller";

    public string Resource => Resources.Endpoints;

    public Decision Reconcile(ReconcileContext context)
    {
        List<StoredObject> slices = [.. ServiceIndexes.SlicesOf(context.View, context.Key.Namespace, context.Key.Name).Where(static s => SliceTemplate.IsKept(s, Keeper) && !s.Header.IsDeleting)];
        var service = context.View.Get(context.Key with { Resource = Resources.Services })?.Read<Service>();
        if (context.Object is not { Header.IsDeleting: false } stored || !IsMirrored(stored.Read<Endpoints>(), service))
        {
            return new Decision([.. slices.Select(static s => new DeleteObject(s.Key, s.Header.Uid)), .. Abandoned(context.Object, service)]);
        }

        var mirror = EndpointsMirror.Of(stored.Read<Endpoints>(), slices);
        var writes = mirror.Plan.Actions(static s => s);
        return new Decision(writes.IsEmpty ? [] : [.. writes, .. Events(stored.Read<Endpoints>(), mirror)]);
    }

    private static bool IsMirrored(Endpoints endpoints, Service? service) => service is { Spec.Selector: null or { Count: 0 } }
        && endpoints.Metadata.Labels?.GetValueOrDefault(NetworkingNames.SkipMirror) != "true"
        && endpoints.Metadata.Annotations?.ContainsKey(NetworkingNames.LeaderElection) != true;

    /// <summary>The time at which a change was triggered is written into Endpoints by whoever makes them for a service, by hand hardly ever.</summary>
    private static ImmutableArray<ReconcileAction> Abandoned(StoredObject? stored, Service? service) =>
        stored is { Header.IsDeleting: false } && service is null && TriggerTime.Read(stored.Read<Endpoints>().Metadata) is not null
            ? [new DeleteObject(stored.Key, stored.Header.Uid)] : [];

    private static IEnumerable<EmitEvent> Events(Endpoints endpoints, EndpointsMirror mirror)
    {
        if (mirror.Invalid > 0)
        {
            yield return EmitEvent.Warning(endpoints, Source, "InvalidIPAddress", $"Skipped {mirror.Invalid} invalid IP addresses when mirroring to EndpointSlices");
        }

        if (mirror.Skipped > 0)
        {
            yield return EmitEvent.Warning(endpoints, Source, "TooManyAddressesToMirror",
                $"A max of {EndpointsMirror.MaxAddresses} addresses can be mirrored to EndpointSlices per Endpoints subset. {mirror.Skipped + mirror.Invalid} addresses were skipped");
        }
    }
}
