using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Networking.LoadBalancers;

/// <summary>
/// A service of type LoadBalancer is given addresses, unless it names a class that is somebody else's. While it has any it is held by a finalizer, so that they are not given to the next one while
/// traffic still comes to it. What can't be given is said in an Event and tried again.
/// </summary>
/// <param name="provider">Gives addresses; null where nobody does. Who has been given some before is then let go all the same.</param>
internal sealed class LoadBalancerReconciler(ILoadBalancerProvider? provider) : IReconciler
{
    /// <summary>The class by which a service may ask for these addresses by name.</summary>
    public const string Class = "actorkube.io/load-balancer";

    private const string Source = "service-controller";

    /// <summary>When something is given back, those that wait hear of it; this is for what nobody hears of.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public string Resource => Resources.Services;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { } stored)
        {
            return Decision.None;
        }

        var service = stored.Read<Service>();
        var isHeld = service.Metadata.Finalizers?.Contains(ServiceClaimNames.LoadBalancerFinalizer) == true;
        var wants = !stored.Header.IsDeleting && service.Spec.Type == ServiceTypes.LoadBalancer;
        return !wants ? isHeld ? Release(stored, service) : Decision.None
            : provider is null || service.Spec.LoadBalancerClass is not (null or "" or Class) ? Decision.None
            : isHeld ? Ensure(stored, service, provider.Offer(service, context)) : Hold(stored, service);
    }

    private static Decision Hold(StoredObject stored, Service service) => Decision.Do(
        EmitEvent.Normal(service, Source, "EnsuringLoadBalancer", "Ensuring load balancer"),
        new ReplaceObject(stored, service with { Metadata = service.Metadata with { Finalizers = [.. service.Metadata.Finalizers ?? [], ServiceClaimNames.LoadBalancerFinalizer] } }));

    /// <summary>A change of type has taken the addresses out of the status already; a deletion takes them with it.</summary>
    private static Decision Release(StoredObject stored, Service service) => Decision.Do(
        EmitEvent.Normal(service, Source, "DeletingLoadBalancer", "Deleting load balancer"),
        new ReplaceObject(stored, Finalizers.Without(service, ServiceClaimNames.LoadBalancerFinalizer)),
        EmitEvent.Normal(service, Source, "DeletedLoadBalancer", "Deleted load balancer"));

    private static Decision Ensure(StoredObject stored, Service service, BalancedAddresses offer)
    {
        if (offer.Refusal is { } why)
        {
            return new Decision([EmitEvent.Warning(service, Source, "SyncLoadBalancerFailed", $"Error syncing load balancer: failed to ensure load balancer: {why}")], Patience);
        }

        var has = service.Status.LoadBalancer.Ingress ?? [];
        if (IsSame(has, offer.Ingress))
        {
            return Decision.None;
        }

        var next = service with { Status = service.Status with { LoadBalancer = new LoadBalancerStatus { Ingress = offer.Ingress.Count == 0 ? null : offer.Ingress } } };
        return new Decision([new ReplaceStatus(stored, next), Announce(service, has.Count, offer.Ingress.Count)]);
    }

    private static EmitEvent Announce(Service service, int had, int has) => (had, has) switch
    {
        (_, 0) => EmitEvent.Warning(service, Source, "UnAvailableLoadBalancer", "There are no available nodes for LoadBalancer"),
        (0, _) => EmitEvent.Normal(service, Source, "EnsuredLoadBalancer", "Ensured load balancer"),
        _ => EmitEvent.Normal(service, Source, "UpdatedLoadBalancer", "Updated load balancer with new hosts"),
    };

    private static bool IsSame(IReadOnlyList<LoadBalancerIngress> a, IReadOnlyList<LoadBalancerIngress> b) =>
        a.Count == b.Count && a.Zip(b).All(static p => p.First with { Ports = null } == p.Second with { Ports = null } && (p.First.Ports ?? []).SequenceEqual(p.Second.Ports ?? []));
}
