using ActorKube.Actors.Networking.Selection;
using ActorKube.Api.Core;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Claims;

namespace ActorKube.Actors.Networking.LoadBalancers;

/// <summary>Gives each service an address of a pool for itself: the one that it asks for, the one that it has, or the first that is free. Somebody has to lead the pool's addresses to the nodes.</summary>
public sealed class PoolBalancer(AddressPool pool, Kind services) : ILoadBalancerProvider
{
    public BalancedAddresses Offer(Service service, ReconcileContext context)
    {
        bool IsFree(string ip) => !HeldClaims.IsTaken(context.View, services, ServiceClaimNames.OfBalancedAddress(ip), context.Key, context.Now);

        var given = new List<string>();
        foreach (var family in AddressFamilies.Of(service))
        {
            if (service.Spec.LoadBalancerIP is { Length: > 0 } wanted && AddressFamilies.Of(wanted) == family)
            {
                if (!pool.Contains(wanted) || !IsFree(wanted))
                {
                    return BalancedAddresses.Refused(pool.Contains(wanted) ? $"the address {wanted} is already allocated" : $"the address {wanted} is not in the pool");
                }

                given.Add(wanted);
                continue;
            }

            var has = (service.Status.LoadBalancer.Ingress ?? []).Select(static i => i.Ip).FirstOrDefault(ip => ip is not null && AddressFamilies.Of(ip) == family && pool.Contains(ip) && IsFree(ip));
            if ((has ?? pool.All(family).FirstOrDefault(IsFree)) is not { } ip)
            {
                return BalancedAddresses.Refused($"the pool has no free {family} address");
            }

            given.Add(ip);
        }

        return new BalancedAddresses([.. given.Select(static ip => new LoadBalancerIngress { Ip = ip, IpMode = "VIP" })]);
    }
}
