namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>
/// Failures counted by index (<c>backoffLimitPerIndex</c>). Each pod says how often its index failed before it, so the count survives everything as long as there is a pod of the index: the failed one
/// is kept until its successor carries the number on.
/// </summary>
internal static class JobIndexRetries
{
    /// <summary>Indexes that have used up their retries or were failed by a rule, those before included.</summary>
    public static IndexSet Failed(JobTurn turn) => IndexSet.Parse(turn.Job.Status.FailedIndexes, turn.Completions)
        .With(turn.IndexesOf(p => p.Facts.IsTracked && FailsItsIndex(turn, p)));

    /// <summary>Of each index that is to be tried again, and has no pod that runs, the pod that failed last.</summary>
    public static Dictionary<int, JobPod> AwaitingSuccessors(JobTurn turn)
    {
        var active = turn.Active.Select(static p => p.Facts.Index).ToHashSet();
        var last = new Dictionary<int, JobPod>();
        foreach (var pod in turn.Pods)
        {
            if (pod.Facts is { IsTracked: true, Index: { } index } && turn.HasPlace(pod) && turn.IsFailed(pod)
                && !turn.SucceededIndexes.Has(index) && !turn.FailedIndexes!.Has(index) && !active.Contains(index)
                && (!last.TryGetValue(index, out var other) || IsLater(pod, other)))
            {
                last[index] = pod;
            }
        }

        return last;
    }

    /// <summary>Failures of its index up to and with this pod, whether they count or not.</summary>
    public static int All(JobPod pod) => pod.Facts.IndexFailures + pod.Facts.IndexIgnored + 1;

    private static bool FailsItsIndex(JobTurn turn, JobPod pod)
    {
        if (!turn.IsFailed(pod))
        {
            return false;
        }

        var judgement = JobFailurePolicy.Judge(turn.Spec.PodFailurePolicy, pod);
        return judgement.FailsIndex || (judgement.Counts && pod.Facts.IndexFailures >= turn.LimitPerIndex);
    }

    private static bool IsLater(JobPod pod, JobPod other) => All(pod) >= All(other) && pod.Facts.EndedAt >= other.Facts.EndedAt;
}
