using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Networking.LoadBalancers;

/// <summary>
/// Says where a service of type LoadBalancer is reached from outside. Pure, as reconcilers are: it decides from the view, and what it gives is written into the service's status, where the
/// node's proxies find it. Load balancers that are machines of their own are somebody else's: a service names them by its <c>loadBalancerClass</c>.
/// </summary>
public interface ILoadBalancerProvider
{
    /// <param name="service">The service, with what it has been given in its status.</param>
    /// <param name="context">The turn of the service's actor.</param>
    BalancedAddresses Offer(Service service, ReconcileContext context);
}

/// <summary>What a provider gives.</summary>
/// <param name="Ingress">
/// The addresses. One without ports is the service's own; of those with ports, the ports are its own. The order matters. None: nothing is to be had at the moment.
/// </param>
/// <param name="Refusal">Why nothing is given, in words for whoever made the service; null if something is.</param>
public sealed record BalancedAddresses(IReadOnlyList<LoadBalancerIngress> Ingress, string? Refusal = null)
{
    public static BalancedAddresses Refused(string why) => new([], why);
}
