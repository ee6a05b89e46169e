using ActorKube.Actors.Shared;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>Takes away the pods that there shouldn't be, from the highest ordinal down: in order one by one, each after all others are well; in parallel all at once.</summary>
internal static class SurplusSync
{
    /// <summary>False when all that comes after has to wait.</summary>
    public static bool Run(StatefulTurn turn, StatefulActions actions)
    {
        foreach (var pod in turn.Surplus)
        {
            Own(turn, actions, pod, surplus: true);
        }

        foreach (var pod in turn.Surplus)
        {
            if (!pod.Stored.Header.IsDeleting && (!turn.IsOrdered || MayGo(turn, pod)))
            {
                actions.Delete(pod);
            }

            if (turn.IsOrdered)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Corrects who owns the claims of a pod, before it goes.</summary>
    public static void Own(StatefulTurn turn, StatefulActions actions, Claimed<Pod> pod, bool surplus)
    {
        foreach (var claim in PodClaims.Existing(turn.View, turn.Set, turn.OrdinalOf(pod)))
        {
            if (ClaimRetention.Corrected(claim.Value, turn.Set, pod.Value, surplus) is { } next)
            {
                actions.Own(claim, next);
            }
        }
    }

    /// <summary>One that is not well waits for those below it that aren't either, unless it never will be.</summary>
    private static bool MayGo(StatefulTurn turn, Claimed<Pod> pod) =>
        PodHealth.IsAvailable(pod, turn.Set.Spec.MinReadySeconds, turn.Now)
        || turn.Surplus.FindLast(static p => !PodHealth.IsHealthy(p)).Stored is not { } lowest
        || lowest == pod.Stored
        || BrokenRevision.GivenUpAt(turn, pod) <= turn.Now;
}
