using System.Collections.Concurrent;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Workloads;

/// <summary>
/// Has a workload with many pods look at them less often, so that a look at n pods is not taken for each of n changes. At 0.2 ms a pod it waits 20 ms after a look at 100, 0.2 s after one at 1,000 and,
/// from 5,000 on, 1 s. Those with fewer pods, and changes of the workload itself, are not held up. What is remembered is no more than when to look again; a restart forgets it and looks at once.
/// Thread-safe.
/// </summary>
/// <param name="perPod">How long to wait for each pod that was looked at.</param>
internal sealed class LookPace(TimeSpan perPod)
{
    /// <summary>The time that Kubernetes gathers changes of a Job for, whatever its size.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>So few pods are looked at at once.</summary>
    public const int Few = 100;

    private readonly ConcurrentDictionary<ObjectKey, Look> _looks = new();

    /// <summary>How long to wait; null for not at all.</summary>
    public TimeSpan? Wait(ReconcileContext context) =>
        _looks.TryGetValue(context.Key, out var look) && look.Of == Mark(context.Object!) && look.Next > context.Now ? look.Next - context.Now : null;

    /// <summary>Notes a look at so many pods; <paramref name="hasMore"/> if it left something to do that needs no change to wait for.</summary>
    public void Note(ReconcileContext context, int pods, bool hasMore)
    {
        if (pods < Few || hasMore)
        {
            Forget(context.Key);
            return;
        }

        var rest = pods * perPod;
        _looks[context.Key] = new Look(Mark(context.Object!), context.Now + (rest < Longest ? rest : Longest));
    }

    public void Forget(ObjectKey key) => _looks.TryRemove(key, out _);

    private static (string Uid, long Generation, bool IsDeleting) Mark(StoredObject stored) => (stored.Header.Uid, stored.Header.Generation, stored.Header.IsDeleting);

    private sealed record Look((string Uid, long Generation, bool IsDeleting) Of, DateTimeOffset Next);
}
