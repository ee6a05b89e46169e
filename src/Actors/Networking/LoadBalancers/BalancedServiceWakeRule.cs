using ActorKube.Actors.Networking.Selection;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Networking.LoadBalancers;

/// <summary>A service that gives back what its load balancer gave it concerns those that wait for such a thing.</summary>
internal sealed class BalancedServiceWakeRule : IWakeRule
{
    public string? Resource => Resources.Services;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Previous is not { } previous || previous.Read<Service>().Status.LoadBalancer.Ingress is not { Count: > 0 } had)
        {
            return;
        }

        var has = change.Type == ObjectEventType.Deleted ? [] : change.Object.Read<Service>().Status.LoadBalancer.Ingress ?? [];
        if (!has.SequenceEqual(had))
        {
            foreach (var waiting in ServiceIndexes.WaitingForLoadBalancer(snapshot))
            {
                wake.Add(waiting.Key);
            }
        }
    }
}
