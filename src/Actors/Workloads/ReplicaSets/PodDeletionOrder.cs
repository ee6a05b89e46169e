namespace ActorKube.Actors.Workloads.ReplicaSets;

/// <summary>
/// The order in which surplus pods go, first those that are missed least: unassigned, pending, unready, cheap by their annotation, crowded on their
/// node, ready for a short time, restarted often, new. Ages count by powers of two, within which the uid decides: a pod that is ready for 40 minutes is
/// no better than one for 60, so that not always the newest zone or node is emptied. Follows "Scaling a ReplicaSet" of
/// <c>kubernetes.io/docs/concepts/workloads/controllers/replicaset</c>.
/// </summary>
internal sealed class PodDeletionOrder(DateTimeOffset now) : IComparer<DeletionRank>
{
    public int Compare(DeletionRank? x, DeletionRank? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return First(
            x.IsAssigned.CompareTo(y.IsAssigned),
            x.Phase.CompareTo(y.Phase),
            x.IsReady.CompareTo(y.IsReady),
            x.Cost.CompareTo(y.Cost),
            y.Crowd.CompareTo(x.Crowd),
            x.IsReady && y.IsReady ? Younger(x.ReadySince, y.ReadySince, x, y) : 0,
            y.Restarts.CompareTo(x.Restarts),
            y.SidecarRestarts.CompareTo(x.SidecarRestarts),
            Younger(x.Created, y.Created, x, y));
    }

    private static int First(params ReadOnlySpan<int> orders)
    {
        foreach (var order in orders)
        {
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    /// <summary>Who has no time comes first, then who is younger by a power of two, then the lower uid.</summary>
    private int Younger(DateTimeOffset? a, DateTimeOffset? b, DeletionRank x, DeletionRank y)
    {
        if (a == b)
        {
            return 0;
        }

        if (a is null || b is null)
        {
            return a is null ? -1 : 1;
        }

        var order = Bucket(a.Value).CompareTo(Bucket(b.Value));
        return order != 0 ? order : string.CompareOrdinal(x.Uid, y.Uid);
    }

    /// <summary>The age in nanoseconds to the power of two: 1 s is in bucket 29, 2 s in 30; -1 for what is yet to come.</summary>
    private int Bucket(DateTimeOffset time)
    {
        var age = (now - time).TotalNanoseconds;
        return age > 0 ? (int)Math.Log2(age) : -1;
    }
}
