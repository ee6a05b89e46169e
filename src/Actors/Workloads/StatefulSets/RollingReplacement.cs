using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>
/// Replaces pods of another revision than the new one, from the highest ordinal down to the partition. Every pod that is being replaced, and every new one that isn't
/// ready yet, counts against <c>maxUnavailable</c>: 5 pods with 2 allowed begin with the ordinals 4 and 3, and go on with 2 when one of these is ready. Where
/// more than one may be missing, pods that are missing for other reasons count as well.
/// </summary>
internal static class RollingReplacement
{
    public static void Run(StatefulTurn turn, StatefulActions actions)
    {
        if (turn.Set.Spec.UpdateStrategy.Type == UpdateStrategies.OnDelete)
        {
            return;
        }

        var most = MostUnavailable(turn);
        var room = most == 1 ? 1 : most - turn.Replicas.Count(static r => !PodHealth.IsHealthy(r));
        var left = most;
        for (var i = turn.Replicas.Length - 1; i >= turn.Partition - turn.First && left > 0; i--)
        {
            var healthy = PodHealth.IsHealthy(turn.Replicas[i]);
            if (turn.Replicas[i] is { } pod && IsOld(turn, pod))
            {
                if (healthy && room-- <= 0)
                {
                    continue;
                }

                actions.Delete(pod);
                left--;
            }
            else if (!healthy)
            {
                left--;
            }
        }
    }

    /// <summary>A number or a percentage rounded down, at least 1: 25% of 10 replicas are 2.</summary>
    private static int MostUnavailable(StatefulTurn turn) =>
        Math.Max(1, (turn.Set.Spec.UpdateStrategy.RollingUpdate?.MaxUnavailable ?? 1).GetScaledValue(turn.Replicas.Length, roundUp: false));

    private static bool IsOld(StatefulTurn turn, Claimed<Pod> pod) =>
        !pod.Stored.Header.IsDeleting && PodIdentity.RevisionOf(pod) != turn.Update.Metadata.Name;
}
