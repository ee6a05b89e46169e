using ActorKube.Api.Apps;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>
/// What is certain of a ReplicaSet's pods at every moment from now on until its size is changed again, though it follows its size and reports only by and by. Holds once it has seen its size:
/// until then it may still be following the one before.
/// </summary>
internal static class SetBounds
{
    /// <summary>Whether it holds for all ReplicaSets.</summary>
    public static bool AreKnown(Rollout rollout) => rollout.All.All(static s => s.Status.ObservedGeneration >= s.Metadata.Generation);

    /// <summary>It never has more: with a size of 8 and 10 pods reported it has 10 to begin with, with 6 reported it makes 2.</summary>
    public static int MostPods(ReplicaSet set) => Math.Max(set.Spec.Replicas ?? 0, set.Status.Replicas);

    /// <summary>It never has fewer by its own doing: of 10 that are available it ends 2 if its size is 8; of those that aren't available it ends the most that it can.</summary>
    public static int FewestAvailable(ReplicaSet set) => Math.Min(set.Spec.Replicas ?? 0, set.Status.AvailableReplicas);
}
