using System.Collections.Concurrent;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>
/// How long a Job waits before it replaces failed pods: 10 s after the first failure, then 20, 40... s, at most 10 minutes; a success begins anew. Only failures after the
/// last success count, so a few times are remembered for each Job that has failures. They are what its pods say, read from all of them once and then from each pod that ends, so
/// looking twice at one changes nothing and a restart forgets only pods that are gone. Thread-safe.
/// </summary>
internal sealed class JobBackOff
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan Most = TimeSpan.FromMinutes(10);

    /// <summary>More failures than these change nothing: 10 s * 2^6 is above the limit.</summary>
    private const int Enough = 8;

    private readonly ConcurrentDictionary<ObjectKey, (string Uid, Record Record)> _records = new();

    /// <summary>When pods may be made again; null for now.</summary>
    public DateTimeOffset? Until(ReconcileContext context, JobTurn turn)
    {
        var uid = turn.Stored.Header.Uid;
        if (turn.Job.Status.Failed + turn.CountedAs.Failed.Count + turn.NewlyFailed.Count == 0)
        {
            return null;
        }

        var known = _records.TryGetValue(context.Key, out var entry) && entry.Uid == uid ? entry.Record : new Record(null, []);
        var pods = entry.Uid == uid ? turn.Pods : All(context, uid);
        var record = Add(known, turn, pods);
        _records[context.Key] = (uid, record);
        return Until(record.Failures.Count, record.Failures.Count == 0 ? default : record.Failures[0].At, turn.Now);
    }

    /// <summary>The same for one index: after so many failures, the last of which ended then.</summary>
    public static DateTimeOffset? Until(int failures, DateTimeOffset last, DateTimeOffset now)
    {
        if (failures == 0)
        {
            return null;
        }

        var delay = failures >= Enough ? Most : First * (1 << (failures - 1));
        var until = last + (delay < Most ? delay : Most);
        return until > now ? until : null;
    }

    public void Forget(ObjectKey key) => _records.TryRemove(key, out _);

    /// <summary>Counted pods as well, but for those that the Job itself deleted: they only look as if they had failed.</summary>
    private static IEnumerable<JobPod> All(ReconcileContext context, string uid) =>
        context.View.OwnedBy(Resources.Pods, uid).Select(JobPod.Of).Where(static p => p.Facts.IsTracked || !p.IsDeleting);

    private static Record Add(Record known, JobTurn turn, IEnumerable<JobPod> pods)
    {
        var (success, failures) = (known.LastSuccess, known.Failures.ToDictionary(static f => f.Uid, StringComparer.Ordinal));
        foreach (var pod in pods)
        {
            if (pod.Succeeded)
            {
                success = success > pod.Facts.EndedAt ? success : pod.Facts.EndedAt;
            }
            else if (pod.Facts.Phase == PodPhases.Failed || (pod.Facts.IsTracked && turn.IsFailed(pod)))
            {
                failures.TryAdd(pod.Uid, new Failure(pod.Uid, pod.Facts.EndedAt));
            }
        }

        return new Record(success, [.. failures.Values.Where(f => !(f.At <= success)).OrderByDescending(static f => f.At).Take(Enough)]);
    }

    /// <param name="LastSuccess">When a pod last succeeded.</param>
    /// <param name="Failures">Failures after it, the latest first.</param>
    private sealed record Record(DateTimeOffset? LastSuccess, IReadOnlyList<Failure> Failures);

    private sealed record Failure(string Uid, DateTimeOffset At);
}
