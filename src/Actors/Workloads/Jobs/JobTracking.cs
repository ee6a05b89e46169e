using ActorKube.Api.Batch;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>
/// Counts pods that have ended, each once, whatever is killed when. Every pod of a Job carries a finalizer, so it can't vanish before it was counted, and goes through these phases:
/// <list type="number">
/// <item>it has ended and carries the finalizer: its uid is listed in the status, or its index among the completed ones;</item>
/// <item>the status that lists it is stored: the finalizer is taken off;</item>
/// <item>it carries no finalizer any more: its uid leaves the list, and the counter grows by one, in one write.</item>
/// </list>
/// So a uid that is listed while its pod has the finalizer is not counted yet, one whose pod has none is to be counted now, and a pod without finalizer that isn't listed has been. Who decides on
/// an old state can't write: the status and the pod are replaced only in the version that was seen. Follows <c>kubernetes.io/docs/concepts/workloads/controllers/job#job-tracking-with-finalizers</c>.
/// </summary>
internal sealed class JobTracking
{
    /// <summary>Most uids listed at a time, so that the status stays small: 500 are 20 kB.</summary>
    public const int MostListed = 500;

    private readonly JobTurn _turn;
    private readonly JobOutcome? _outcome;
    private readonly List<string> _succeeded;
    private readonly List<string> _failed;
    private readonly List<int> _indexes = [];

    /// <param name="turn">The turn.</param>
    /// <param name="outcome">How the Job is to end, if it is: then every pod is done with.</param>
    /// <param name="except">Pods that this turn deletes: they are other versions by then, the next turn sees to them.</param>
    public JobTracking(JobTurn turn, JobOutcome? outcome, IReadOnlyCollection<JobPod> except)
    {
        (_turn, _outcome) = (turn, outcome);
        var tracked = turn.Pods.Where(static p => p.Facts.IsTracked).Select(static p => p.Uid).ToHashSet(StringComparer.Ordinal);
        _succeeded = [.. (turn.Job.Status.UncountedTerminatedPods?.Succeeded ?? []).Where(tracked.Contains)];
        _failed = [.. (turn.Job.Status.UncountedTerminatedPods?.Failed ?? []).Where(tracked.Contains)];
        CountedSucceeded = turn.CountedAs.Succeeded.Count - _succeeded.Count;
        CountedFailed = turn.CountedAs.Failed.Count - _failed.Count;
        IsCapped = !List(except.Select(static p => p.Uid).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Pods to take the finalizer off, after the status is stored.</summary>
    public List<JobPod> Release { get; } = [];

    /// <summary>More pods have ended than may be listed at a time.</summary>
    public bool IsCapped { get; }

    /// <summary>Pods that leave the list and are to be added to the counters.</summary>
    public int CountedSucceeded { get; }

    public int CountedFailed { get; }

    /// <summary>Nothing is left to be counted.</summary>
    public bool IsSettled => !IsCapped && Release.Count + _succeeded.Count + _failed.Count == 0;

    public UncountedTerminatedPods Listed => new() { Succeeded = _succeeded.Count == 0 ? null : _succeeded, Failed = _failed.Count == 0 ? null : _failed };

    /// <summary>Completed indexes; of those that succeeded just now only as many as could be listed.</summary>
    public IndexSet Indexes => _turn.SucceededBefore.With(_indexes);

    /// <summary>False if the rest has to wait.</summary>
    private bool List(HashSet<string> except)
    {
        var seen = new HashSet<int>();
        foreach (var pod in _turn.Pods.Where(p => p.Facts.IsTracked && !except.Contains(p.Uid) && IsDone(p)))
        {
            Release.Add(pod);
            Note(pod, seen);
            if (_indexes.Count + _succeeded.Count + _failed.Count >= MostListed)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsDone(JobPod pod) => _turn.IsDeleting || _outcome is not null || pod.Succeeded || (_turn.IsFailed(pod) && !IsAwaited(pod));

    private bool IsAwaited(JobPod pod) => pod.Facts.Index is { } index && _turn.Awaited.TryGetValue(index, out var awaited) && awaited.Uid == pod.Uid;

    private void Note(JobPod pod, HashSet<int> seen)
    {
        if (pod.Succeeded && !_turn.CountedAs.Failed.Contains(pod.Uid))
        {
            if (_turn.IsIndexed)
            {
                // An index is counted once, by being among the completed ones; its pods need no list.
                if (_turn.HasPlace(pod) && pod.Facts.Index is { } index && !_turn.SucceededBefore.Has(index) && seen.Add(index))
                {
                    _indexes.Add(index);
                }
            }
            else if (!_turn.CountedAs.Succeeded.Contains(pod.Uid))
            {
                _succeeded.Add(pod.Uid);
            }
        }
        else if ((_turn.IsFailed(pod) || _outcome is { Succeeds: false }) && !_turn.CountedAs.Failed.Contains(pod.Uid) && _turn.HasPlace(pod)
            && JobFailurePolicy.Judge(_turn.Spec.PodFailurePolicy, pod).Counts)
        {
            _failed.Add(pod.Uid);
        }
    }
}
