using ActorKube.Actors.Shared;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>Brings the pods that there should be into being, from the lowest ordinal up: in order one by one, in parallel all at once.</summary>
internal static class ReplicaSync
{
    /// <summary>False when all that comes after has to wait.</summary>
    public static bool Run(StatefulTurn turn, StatefulActions actions)
    {
        for (var i = 0; i < turn.Replicas.Length; i++)
        {
            var goesOn = turn.Replicas[i] is { } pod ? Keep(turn, actions, pod) : Create(turn, actions, turn.First + i);
            if (!goesOn && turn.IsOrdered)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Create(StatefulTurn turn, StatefulActions actions, int ordinal)
    {
        var name = Ordinals.PodName(turn.Set, ordinal);
        if (turn.View.Get(turn.Stored.Key with { Resource = Resources.Pods, Name = name }) is not null)
        {
            // Another's pod has the name. Its end wakes this set.
            return false;
        }

        var claims = PodClaims.Existing(turn.View, turn.Set, ordinal).ToList();
        if (ClaimRetention.GoesWhenScaled(turn.Set) && claims.Any(c => ClaimRetention.IsOfFormerPod(c.Value, name)))
        {
            return false;
        }

        if (claims.FirstOrDefault(static c => c.Stored.Header.IsDeleting) is { Stored: { } leaving })
        {
            actions.FailCreate(ordinal, $"pvc {leaving.Key.Name} is being deleted");
            return false;
        }

        actions.Create(ordinal);
        return false;
    }

    private static bool Keep(StatefulTurn turn, StatefulActions actions, Claimed<Pod> pod)
    {
        var isDeleting = pod.Stored.Header.IsDeleting;
        var facts = PodFacts.Of(pod.Stored);
        if (facts.HasEnded)
        {
            // Whatever the exit code: a StatefulSet's pods run for ever.
            if (!isDeleting)
            {
                actions.Delete(pod);
            }

            return false;
        }

        if (facts.Phase == PodPhases.Pending && !isDeleting)
        {
            actions.CreateClaims(turn.OrdinalOf(pod));
        }

        if (turn.IsOrdered && (isDeleting || !PodHealth.IsAvailable(pod, turn.Set.Spec.MinReadySeconds, turn.Now)))
        {
            if (BrokenRevision.GivenUpAt(turn, pod) <= turn.Now)
            {
                actions.Delete(pod);
            }

            return false;
        }

        if (!isDeleting)
        {
            Repair(turn, actions, pod);
        }

        return true;
    }

    private static void Repair(StatefulTurn turn, StatefulActions actions, Claimed<Pod> pod)
    {
        if (!PodIdentity.IsLabelled(pod))
        {
            actions.Repair(pod, PodIdentity.Labelled(pod.Value, turn.OrdinalOf(pod)));
        }

        SurplusSync.Own(turn, actions, pod, surplus: false);
    }
}
