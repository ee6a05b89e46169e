using ActorKube.Api.Apps;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>Orders of ReplicaSets. Times have seconds; the name decides between those of the same second.</summary>
internal static class ReplicaSetAge
{
    public static IComparer<ReplicaSet> OldestFirst { get; } = Comparer<ReplicaSet>.Create(static (a, b) =>
    {
        var order = Nullable.Compare(a.Metadata.CreationTimestamp, b.Metadata.CreationTimestamp);
        return order != 0 ? order : string.CompareOrdinal(a.Metadata.Name, b.Metadata.Name);
    });

    /// <summary>The largest first; of equal ones the older.</summary>
    public static IComparer<ReplicaSet> LargestThenOldest { get; } = Comparer<ReplicaSet>.Create(static (a, b) =>
        Nullable.Compare(b.Spec.Replicas, a.Spec.Replicas) is var order && order != 0 ? order : OldestFirst.Compare(a, b));

    /// <summary>The largest first; of equal ones the newer.</summary>
    public static IComparer<ReplicaSet> LargestThenNewest { get; } = Comparer<ReplicaSet>.Create(static (a, b) =>
        Nullable.Compare(b.Spec.Replicas, a.Spec.Replicas) is var order && order != 0 ? order : OldestFirst.Compare(b, a));

    public static IComparer<ReplicaSet> LowestRevisionFirst { get; } = Comparer<ReplicaSet>.Create(static (a, b) =>
        RevisionAnnotations.RevisionOf(a).CompareTo(RevisionAnnotations.RevisionOf(b)) is var order && order != 0 ? order : OldestFirst.Compare(a, b));
}
