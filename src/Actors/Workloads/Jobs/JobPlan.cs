namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>Which pods a turn makes, or deletes: never both, so that nothing is made in place of something whose end is yet to be seen.</summary>
/// <param name="Create">A completion index, or null, for each pod to make.</param>
/// <param name="Delete">Pods that are too many; they do not count as failed.</param>
/// <param name="Active">Pods that run when all of it is done, as the status says it.</param>
/// <param name="LookAgainAt">When more may be made.</param>
internal sealed record JobPlan(IReadOnlyList<int?> Create, IReadOnlyList<JobPod> Delete, int Active, DateTimeOffset? LookAgainAt = null)
{
    /// <summary>Most pods made or deleted in one turn, between which the status is brought up to date; as in Kubernetes.</summary>
    public const int PerTurn = 500;

    public bool IsCapped => Create.Count == PerTurn || Delete.Count == PerTurn;

    /// <param name="turn">The turn.</param>
    /// <param name="waitsUntil">Before that no failed pod is replaced; null for no wait.</param>
    public static JobPlan Of(JobTurn turn, DateTimeOffset? waitsUntil)
    {
        var active = turn.Active.Count;
        if (turn.IsDeleting)
        {
            return Leave(active);
        }

        if (turn.IsSuspended)
        {
            return new JobPlan([], turn.Active, 0);
        }

        var wanted = Wanted(turn);
        var surplus = SurplusPods.Of(turn, Math.Max(0, active - wanted));
        if (surplus.Count > 0)
        {
            List<JobPod> delete = [.. surplus.Take(PerTurn)];
            return new JobPlan([], delete, active - delete.Count);
        }

        var missing = wanted - active - (turn.ReplacesOnlyFailed ? turn.Terminating.Count : 0);
        return missing <= 0 ? Leave(active) : waitsUntil is { } until ? Wait(turn, until) : Fill(turn, Math.Min(missing, PerTurn));
    }

    /// <summary>How many pods are to run: as many as completions are missing; where any success will do no more are made after the first.</summary>
    private static int Wanted(JobTurn turn)
    {
        var parallelism = turn.Spec.Parallelism ?? 1;
        return turn.Spec.Completions is { } completions ? Math.Clamp(completions - turn.Succeeded, 0, parallelism)
            : turn.Succeeded > 0 ? turn.Active.Count
            : parallelism;
    }

    private static JobPlan Fill(JobTurn turn, int count)
    {
        var active = turn.Active.Count;
        if (!turn.IsIndexed)
        {
            return new JobPlan(new int?[count], [], active + count);
        }

        List<int> pending = [.. Taken(turn).Missing(turn.Completions).Take(count)];
        var waits = pending.ToLookup(i => turn.Awaited.TryGetValue(i, out var failed) ? JobBackOff.Until(JobIndexRetries.All(failed), failed.Facts.EndedAt, turn.Now) : null);
        List<int?> now = [.. waits[null]];
        var later = waits.Min(static w => w.Key);
        return now.Count == 0 && later is { } until ? Wait(turn, until) : new JobPlan(now, [], active + now.Count, later);
    }

    /// <summary>Indexes that need no pod now.</summary>
    private static IndexSet Taken(JobTurn turn)
    {
        var pods = turn.ReplacesOnlyFailed ? turn.Active.Concat(turn.Terminating) : turn.Active;
        var taken = turn.SucceededIndexes.With([.. pods.Select(static p => p.Facts.Index).OfType<int>().Distinct()]);
        return turn.FailedIndexes is { } failed ? taken.With(failed) : taken;
    }

    private static JobPlan Leave(int active) => new([], [], active);

    /// <summary>
    /// Kubernetes v1.32 has its status say that nothing runs as long as a Job waits, if it may: it can't where pods are ready, of which there are never more than of those that run.
    /// </summary>
    private static JobPlan Wait(JobTurn turn, DateTimeOffset until) => new([], [], turn.Ready > 0 ? turn.Active.Count : 0, until);
}
