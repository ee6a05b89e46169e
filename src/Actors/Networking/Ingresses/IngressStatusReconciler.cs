using ActorKube.Actors.Actions;
using ActorKube.Actors.Networking.LoadBalancers;
using ActorKube.Actors.Nodes;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Networking;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Networking.Ingresses;

/// <summary>An Ingress that the cluster serves itself says where it is reached: at the nodes whose ports for them are open, each of which serves all of them. Those of other controllers are left alone.</summary>
internal sealed class IngressStatusReconciler : IReconciler
{
    public string Resource => Resources.Ingresses;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { Header.IsDeleting: false } stored || stored.Read<Ingress>() is not { } ingress || !Own(context.View).Contains(IngressClassChoice.NameOf(ingress)))
        {
            return Decision.None;
        }

        List<IngressLoadBalancerIngress> points = [.. BalancedNodes.Addresses(context.View, Serving(context.View)).Take(BalancedNodes.MaxAddresses).Select(static ip => new IngressLoadBalancerIngress { Ip = ip })];
        return points.SequenceEqual(ingress.Status.LoadBalancer.Ingress ?? [])
            ? Decision.None
            : Decision.Do(new ReplaceStatus(stored, ingress with { Status = new IngressStatus { LoadBalancer = new IngressLoadBalancerStatus { Ingress = points.Count == 0 ? null : points } } }));
    }

    private static HashSet<string?> Serving(ViewSnapshot view) =>
        view.List(Resources.Nodes).Where(static n => NodeConditions.Find(n.Read<Node>(), IngressCondition.Type)?.Status == ConditionStatus.True).Select(static n => n.Key.Name).ToHashSet<string?>(StringComparer.Ordinal);

    private static IReadOnlySet<string?> Own(ViewSnapshot view) => IngressClassChoice.Own(view.List(Resources.IngressClasses).Select(static c => c.Read<IngressClass>()));
}
