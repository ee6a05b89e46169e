using ActorKube.Actors.Shared;
using ActorKube.Api.Batch;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>One turn of a Job: its pods of interest by what they are to it, and how far it has got. Lives for one turn.</summary>
internal sealed class JobTurn
{
    public JobTurn(ReconcileContext context, Job job, List<Claimed<Pod>> pods)
    {
        (Stored, Now, Job) = (context.Object!, context.Now, job);
        Pods = [.. pods.Select(static p => JobPod.Of(p.Stored))];
        if (IsIndexed)
        {
            // So that indexes are counted in order where not all fit into one turn.
            Pods.Sort(static (a, b) => (a.Facts.Index ?? -1).CompareTo(b.Facts.Index ?? -1));
        }

        Active = Pods.FindAll(static p => p.IsActive);
        Terminating = Pods.FindAll(static p => p.IsTerminating);
        Ready = Active.Count(static p => p.Facts.IsReady);
        CountedAs = new UncountedPods(job.Status.UncountedTerminatedPods);
        NewlySucceeded = Pods.FindAll(p => p.Succeeded && IsNew(p, CountedAs.Succeeded));
        NewlyFailed = Pods.FindAll(p => IsFailed(p) && IsNew(p, CountedAs.Failed));
        Failed = job.Status.Failed + CountedAs.Failed.Count + NewlyFailed.Count(p => JobFailurePolicy.Judge(job.Spec.PodFailurePolicy, p).Counts);
        SucceededBefore = IsIndexed ? IndexSet.Parse(job.Status.CompletedIndexes, Completions) : IndexSet.Empty;
        SucceededIndexes = SucceededBefore.With(IndexesOf(p => p.Succeeded && p.Facts.IsTracked));
        Succeeded = IsIndexed ? SucceededIndexes.Count : job.Status.Succeeded + CountedAs.Succeeded.Count + NewlySucceeded.Count;
        if (LimitPerIndex is not null)
        {
            FailedIndexes = JobIndexRetries.Failed(this);
            Awaited = JobIndexRetries.AwaitingSuccessors(this);
        }
    }

    public StoredObject Stored { get; }

    public DateTimeOffset Now { get; }

    public Job Job { get; }

    public JobSpec Spec => Job.Spec;

    public List<JobPod> Pods { get; }

    public List<JobPod> Active { get; }

    public List<JobPod> Terminating { get; }

    /// <summary>Active pods that are ready.</summary>
    public int Ready { get; }

    /// <summary>What the status knows of pods that ended and are still to be added to its counters.</summary>
    public UncountedPods CountedAs { get; }

    /// <summary>Pods that succeeded, or failed, and that the status does not know of yet.</summary>
    public List<JobPod> NewlySucceeded { get; }

    public List<JobPod> NewlyFailed { get; }

    /// <summary>Completions so far, those included that the status does not know of.</summary>
    public int Succeeded { get; }

    /// <summary>Failures so far that count.</summary>
    public int Failed { get; }

    /// <summary>Indexes that the status has as completed.</summary>
    public IndexSet SucceededBefore { get; }

    public IndexSet SucceededIndexes { get; }

    /// <summary>Indexes that have failed for good; null where retries are not counted by index.</summary>
    public IndexSet? FailedIndexes { get; }

    /// <summary>
    /// By index the failed pod that says how often its index has failed. It stays until its successor is there to say so; empty where retries are not counted by index.
    /// </summary>
    public IReadOnlyDictionary<int, JobPod> Awaited { get; } = new Dictionary<int, JobPod>();

    public bool IsIndexed => Spec.IsIndexed();

    /// <summary>How many completions are wanted; 0 where any success will do.</summary>
    public int Completions => Spec.Completions ?? 0;

    public int? LimitPerIndex => Spec.BackoffLimitPerIndex;

    public bool IsSuspended => Spec.Suspend == true;

    public bool IsDeleting => Job.Metadata.DeletionTimestamp is not null;

    /// <summary>A pod on its way out is replaced, and counts as failed, only once it has ended.</summary>
    public bool ReplacesOnlyFailed => Spec.PodReplacementPolicy == PodReplacementPolicies.Failed || Spec.PodFailurePolicy is not null;

    /// <summary>Deleted pods count as failed, since nobody may be left to say so.</summary>
    public bool IsFailed(JobPod pod) => pod.Facts.Phase == PodPhases.Failed || (!ReplacesOnlyFailed && pod.IsTerminating);

    /// <summary>It has an index that is wanted, where indexes matter.</summary>
    public bool HasPlace(JobPod pod) => !IsIndexed || pod.Facts.Index < Completions;

    /// <summary>The indexes, of those that are wanted, of the pods for which it holds.</summary>
    public IReadOnlyCollection<int> IndexesOf(Func<JobPod, bool> holds) =>
        IsIndexed ? [.. Pods.Where(p => HasPlace(p) && holds(p)).Select(static p => p.Facts.Index!.Value).Distinct()] : [];

    private bool IsNew(JobPod pod, HashSet<string> known) => pod.Facts.IsTracked && !known.Contains(pod.Uid) && HasPlace(pod);
}
