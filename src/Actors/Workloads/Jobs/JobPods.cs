using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Catalog;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Batch;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>
/// Which pods a Job looks at: those that run, wait or end, and those that ended and are not counted yet. What is counted keeps its place in the cluster but costs no turn a look any more:
/// that is why the n-th completion costs no more than the first.
/// </summary>
internal static class JobPods
{
    /// <summary>Keys of <see cref="ViewIndexes.PodsOfJobs"/>: the uid of the Job, for pods of interest.</summary>
    public static void AddKeys(StoredObject stored, ICollection<string> keys)
    {
        if (stored.Header.Controller is { Kind: "Job" } job && stored.Read<Pod>() is var pod && (!PodPhases.IsTerminal(pod.Status.Phase) || JobPodFacts.Tracks(pod)))
        {
            keys.Add(job.Uid);
        }
    }

    public static IEnumerable<StoredObject> Of(ViewSnapshot view, string uid) => view.Lookup(Resources.Pods, ViewIndexes.PodsOfJobs, uid);

    /// <summary>The Job's pods, and the adoptions and releases that it takes: what it adopts is tracked from then on, what it releases no longer.</summary>
    public static Claims<Pod> Claim(ViewSnapshot view, Job job)
    {
        var claims = WorkloadSelectors.Query(job.Spec.Selector) is { } selector
            ? Claims.Of<Pod>(view, Resources.Pods, job, selector, owned: Of(view, job.Metadata.Uid ?? ""))
            : new Claims<Pod>([], []);
        return claims with { Actions = [.. claims.Actions.Cast<ReplaceObject>().Select(a => a with { Next = Owns(job, a.Next) ? Tracked(a.Next) : Untracked(a.Next) })] };
    }

    public static IApiObject Tracked(IApiObject pod) => pod.Metadata.Finalizers?.Contains(JobLabels.TrackingFinalizer) == true
        ? pod
        : pod.With(pod.Metadata with { Finalizers = [.. pod.Metadata.Finalizers ?? [], JobLabels.TrackingFinalizer] });

    public static IApiObject Untracked(IApiObject pod) => Finalizers.Without(pod, JobLabels.TrackingFinalizer);

    /// <summary>Takes the finalizer off pods that carry it.</summary>
    public static ImmutableArray<ReconcileAction> Release(IEnumerable<JobPod> pods) =>
        [.. pods.Where(static p => p.Facts.IsTracked).Select(static p => new ReplaceObject(p.Stored, Untracked(p.Value)))];

    private static bool Owns(Job job, IApiObject pod) => pod.Metadata.OwnerReferences?.Any(o => o.Uid == job.Metadata.Uid) == true;
}
