using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;

namespace ActorKube.Actors.Workloads.DaemonSets;

/// <summary>Counts the nodes of a DaemonSet. Of several pods on a node the first speaks for it.</summary>
internal static class DaemonSetStatusMath
{
    public static DaemonSetStatus Of(DaemonTurn turn)
    {
        int scheduled = 0, misscheduled = 0, ready = 0, available = 0, updated = 0;
        foreach (var node in turn.Nodes.Where(static n => n.Pods.Count > 0))
        {
            if (!node.Fit.Runs)
            {
                misscheduled++;
                continue;
            }

            var pod = node.Pods[0];
            scheduled++;
            ready += PodFacts.Of(pod.Stored).IsReady ? 1 : 0;
            available += turn.IsAvailable(pod) ? 1 : 0;
            updated += turn.IsUpdated(pod) ? 1 : 0;
        }

        return turn.Set.Status with
        {
            ObservedGeneration = turn.Set.Metadata.Generation,
            DesiredNumberScheduled = turn.Desired,
            CurrentNumberScheduled = scheduled,
            NumberMisscheduled = misscheduled,
            NumberReady = ready,
            NumberAvailable = available,
            NumberUnavailable = turn.Desired - available,
            UpdatedNumberScheduled = updated,
        };
    }
}
