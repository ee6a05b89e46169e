using System.Globalization;
using ActorKube.Actors.Networking.Selection;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Claims;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Networking.LoadBalancers;

/// <summary>
/// Gives services the nodes' own addresses: external ones if there are any, else internal ones. Services share them, so each has its ports to itself. Nodes that aren't ready, or are excluded by
/// their label, are left out, and with the external policy Local those without a ready pod of the service.
/// </summary>
public sealed class NodeBalancer(Kind services) : ILoadBalancerProvider
{
    public BalancedAddresses Offer(Service service, ReconcileContext context)
    {
        List<PortStatus> ports = [.. (service.Spec.Ports ?? []).Select(static p => new PortStatus { Port = p.Port, Protocol = p.Protocol ?? "TCP" })];
        if (ports.Find(p => HeldClaims.IsTaken(context.View, services, ServiceClaimNames.OfBalancedPort(p.Protocol, p.Port), context.Key, context.Now)) is { } taken)
        {
            return BalancedAddresses.Refused(string.Create(CultureInfo.InvariantCulture, $"the port {taken.Port}/{taken.Protocol} of the nodes is already allocated"));
        }

        var families = AddressFamilies.Of(service);
        var all = BalancedNodes.Addresses(context.View, service.Spec.ExternalTrafficPolicy == "Local" ? Serving(service, context.View) : null)
            .Where(ip => families.Contains(AddressFamilies.Of(ip))).ToList();
        if (service.Spec.LoadBalancerIP is { Length: > 0 } wanted)
        {
            if (!all.Contains(wanted))
            {
                return BalancedAddresses.Refused($"the address {wanted} is of no available node");
            }

            all = [wanted];
        }

        return new BalancedAddresses([.. all.Take(BalancedNodes.MaxAddresses).Select(ip => new LoadBalancerIngress { Ip = ip, IpMode = "VIP", Ports = ports })]);
    }

    private static HashSet<string?> Serving(Service service, ViewSnapshot view) =>
        ServiceIndexes.SlicesOf(view, service.Metadata.Namespace ?? "", service.Metadata.Name ?? "")
            .SelectMany(static s => s.Read<EndpointSlice>().Endpoints ?? []).Where(static e => e.Conditions.Ready != false).Select(static e => e.NodeName).ToHashSet();
}
