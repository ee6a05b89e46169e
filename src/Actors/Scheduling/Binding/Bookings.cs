using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Engine.Actors.Regions;

namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>Pods that the ledger counts on nodes while they are being bound.</summary>
internal static class Bookings
{
    private const int MostWoken = 16;

    /// <summary>
    /// Takes a pod that was refused off its node again, unless somebody else has put it there. No event tells of that; so those that may have been waiting for just this room are woken.
    /// </summary>
    public static void Undo(PlacementLedger ledger, IRegion region, NodeSlot node, PlacedPod pod)
    {
        node.Change(load => ReferenceEquals(load.Find(pod.Key), pod) ? load.Without(pod) : load);
        foreach (var waiting in ledger.Waiting.Take(MostWoken))
        {
            region.Wake(waiting.Key);
        }
    }
}
