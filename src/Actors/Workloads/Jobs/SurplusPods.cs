using ActorKube.Actors.Shared;
using ActorKube.Actors.Workloads.ReplicaSets;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>Which running pods of a Job are too many.</summary>
internal static class SurplusPods
{
    /// <summary>At least so many, and besides all that have no index that is wanted, or one that another pod has too.</summary>
    public static List<JobPod> Of(JobTurn turn, int atLeast)
    {
        var (surplus, left) = turn.IsIndexed ? Misplaced(turn) : ([], turn.Active);
        if (surplus.Count < atLeast)
        {
            surplus.AddRange(Ranked(left).Take(atLeast - surplus.Count));
        }

        return surplus;
    }

    private static (List<JobPod> Surplus, List<JobPod> Left) Misplaced(JobTurn turn)
    {
        var (surplus, left) = (new List<JobPod>(), new List<JobPod>());
        foreach (var group in turn.Active.GroupBy(p => turn.HasPlace(p) ? p.Facts.Index : null))
        {
            var pods = group.Key is null ? [.. group] : Ranked([.. group]);
            surplus.AddRange(group.Key is null ? pods : pods.SkipLast(1));
            left.AddRange(group.Key is null ? [] : pods.TakeLast(1));
        }

        return (surplus, left);
    }

    /// <summary>
    /// First those that are missed least. A pod that runs without being tracked was about to be deleted when somebody ended ActorKube: it goes before all others.
    /// </summary>
    private static List<JobPod> Ranked(List<JobPod> pods) => pods.Count < 2 ? pods :
    [
        .. pods.Select(static p => (Pod: p, Rank: DeletionRank.Of(p.Stored, PodFacts.Read(p.Value), 0)))
            .OrderBy(static p => p.Pod.Facts.IsTracked)
            .ThenBy(static p => p.Rank.IsAssigned)
            .ThenBy(static p => p.Rank.Phase)
            .ThenBy(static p => p.Rank.IsReady)
            .ThenByDescending(static p => p.Rank.ReadySince)
            .ThenByDescending(static p => p.Rank.Restarts)
            .ThenByDescending(static p => p.Rank.SidecarRestarts)
            .ThenByDescending(static p => p.Rank.Created)
            .ThenBy(static p => p.Rank.Uid, StringComparer.Ordinal)
            .Select(static p => p.Pod),
    ];
}
