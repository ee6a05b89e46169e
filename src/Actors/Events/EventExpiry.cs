using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Events;

/// <summary>An Event is kept for an hour after it was last counted, as Kubernetes does by default.</summary>
internal sealed class EventExpiry : IReconciler
{
    public static readonly TimeSpan TimeToLive = TimeSpan.FromHours(1);

    public string Resource => Resources.Events;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { } stored)
        {
            return Decision.None;
        }

        var value = stored.Read<Event>();
        DateTimeOffset?[] times = [value.Metadata.CreationTimestamp, value.LastTimestamp, value.EventTime, value.Series?.LastObservedTime];
        var left = (times.Max() ?? context.Now) + TimeToLive - context.Now;

        // A time in the future is no reason to keep it for ever.
        return left > TimeSpan.Zero ? Decision.LookAgain(left < TimeToLive ? left : TimeToLive) : Decision.Do(new DeleteObject(stored.Key, stored.Header.Uid));
    }
}
