using System.Collections.Concurrent;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Workloads.DaemonSets;

/// <summary>
/// Slows down the replacement of daemons that fail again and again on the same node: the first is replaced at once, the next 1 s after it, then 2, 4, 8... s, at most
/// 15 minutes, as in Kubernetes; half an hour without a failure begins anew. Nothing but the number of failures says how long, and no object carries
/// it, so it is remembered here; a restart forgets it, which costs a few attempts. Asking again about the same pod changes nothing. Thread-safe.
/// </summary>
internal sealed class FailedDaemons
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<ObjectKey, ConcurrentDictionary<Place, Failure>> _failures = new();

    /// <summary>When the failed pod may go; a time in the past is now. A changed DaemonSet begins anew.</summary>
    public DateTimeOffset MayGoAt(DaemonTurn turn, string node, string uid) => _failures.GetOrAdd(turn.Context.Key, static _ => new()).AddOrUpdate(
        new Place(turn.Set.Metadata.Uid ?? "", turn.Set.Metadata.Generation, node),
        static (_, failed) => new Failure(failed.uid, failed.Now, First),
        static (_, known, failed) => known.Uid == failed.uid ? known : Next(known, failed.uid, failed.Now),
        (uid, turn.Context.Now)).GoesAt;

    /// <summary>Forgets all of a DaemonSet that is gone.</summary>
    public void Forget(ObjectKey key) => _failures.TryRemove(key, out _);

    private static Failure Next(Failure known, string uid, DateTimeOffset now)
    {
        if (now - known.GoesAt > 2 * Most)
        {
            return new Failure(uid, now, First);
        }

        var at = known.GoesAt + known.Delay;
        var delay = 2 * known.Delay;
        return new Failure(uid, at > now ? at : now, delay < Most ? delay : Most);
    }

    private readonly record struct Place(string Set, long Generation, string Node);

    /// <param name="Delay">Least time between this one and the next.</param>
    private sealed record Failure(string Uid, DateTimeOffset GoesAt, TimeSpan Delay);
}
