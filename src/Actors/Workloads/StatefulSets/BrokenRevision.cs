using ActorKube.Actors.Shared;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>
/// Recovery from a template that never worked. In order means that a pod that doesn't become ready holds up all others, and so its own replacement as well: in
/// Kubernetes a person has to delete it after the template was mended or rolled back (issue 67250). Here a pod that is not of the revision that it
/// would be made with again, and has not been ready for a while, is replaced: it would be in any case, and nothing is lost by it. One at a time, since the next turn
/// waits for the replacement.
/// </summary>
internal static class BrokenRevision
{
    /// <summary>
    /// As a pod of a superseded revision may still be starting, or restart: longer than readiness usually takes to come back, shorter than a person to come.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>When the pod will be given up; null if it will not.</summary>
    public static DateTimeOffset? GivenUpAt(StatefulTurn turn, Claimed<Pod> pod) =>
        turn.IsRolling
        && !pod.Stored.Header.IsDeleting
        && !PodHealth.IsReady(pod)
        && PodIdentity.RevisionOf(pod) != turn.RevisionAfter(pod).Metadata.Name
            ? UnreadySince(pod) + Patience
            : null;

    private static DateTimeOffset? UnreadySince(Claimed<Pod> pod)
    {
        var created = pod.Stored.Header.CreationTimestamp;
        var changed = PodFacts.Of(pod.Stored).ReadyChanged;
        return changed > created ? changed : created;
    }
}
