using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>
/// The actions of a turn, in this order: pods are made or deleted, the status is stored, and only then finalizers are taken off, as <see cref="JobTracking"/> demands. What was counted is
/// stored also when a pod is refused, by a quota for instance.
/// </summary>
/// <param name="turn">The turn.</param>
/// <param name="outcome">How the Job is to end, if it is.</param>
/// <param name="tracking">What became of pods that ended.</param>
internal sealed class JobActions(JobTurn turn, JobOutcome? outcome, JobTracking tracking)
{
    private readonly JobConditionSync _conditions = JobConditionSync.Of(turn, outcome);

    /// <summary>
    /// A Job that ends: all its pods are deleted. Those of one that fails count as failed, in the turn that sees them go; those of one that has succeeded are let go first and count as nothing.
    /// </summary>
    public ImmutableArray<ReconcileAction> End() => outcome!.Succeeds
        ? [.. Report(0, turn.Active), .. LetGo(turn.Active)]
        : [.. Delete(turn.Active), .. Report(0, turn.Active)];

    /// <summary>A Job that goes on, or has just reached its completions.</summary>
    public ImmutableArray<ReconcileAction> Carry(JobPlan plan) =>
    [
        .. LetGo(plan.Delete),
        .. Create(plan.Create),
        .. Retrack(plan.Delete),
        .. Report(plan.Active, plan.Delete),
    ];

    private IEnumerable<ReconcileAction> Create(IReadOnlyList<int?> indexes)
    {
        if (indexes.Count == 0)
        {
            return [];
        }

        var maker = new JobPodMaker(turn);
        return Burst(
            [.. indexes.Select(i => new CreateObject(maker.Make(i)) { Announce = pod => JobEvents.Created(turn.Job, pod.Metadata.Name!) })],
            JobEvents.NotCreated,
            created: true);
    }

    /// <summary>Deletes pods that are not to be counted.</summary>
    private IEnumerable<ReconcileAction> LetGo(IReadOnlyList<JobPod> pods) => [.. Burst(JobPods.Release(pods), JobEvents.NotDeleted), .. Delete(pods)];

    private IEnumerable<ReconcileAction> Delete(IReadOnlyList<JobPod> pods) => Burst(
        [.. pods.Select(p => new DeleteObject(p.Stored.Key, p.Uid) { Announce = JobEvents.Deleted(turn.Job, p.Stored.Key.Name) })], JobEvents.NotDeleted);

    /// <summary>A pod that runs and is not tracked, since a deletion was broken off or somebody meddled, would never be counted.</summary>
    private IEnumerable<ReconcileAction> Retrack(IReadOnlyList<JobPod> deleted) => turn.IsDeleting ? [] : turn.Active
        .Where(static p => !p.Facts.IsTracked).Except(deleted).Select(static p => new ReplaceObject(p.Stored, JobPods.Tracked(p.Value)));

    private IEnumerable<ReconcileAction> Burst(ImmutableArray<ReconcileAction> actions, Func<Api.Batch.Job, string, EmitEvent> tell, bool created = false) => actions.IsEmpty ? [] :
    [
        new InBursts(actions) { OnRefused = (refusal, done) => [tell(turn.Job, refusal.Message), .. Report(turn.Active.Count + (created ? done : 0), [])] },
    ];

    private ImmutableArray<ReconcileAction> Report(int active, IReadOnlyList<JobPod> deleted)
    {
        var status = JobStatusMath.Of(turn, tracking, active, deleted, _conditions.Conditions);
        var finishes = outcome is { IsAnnounced: true } && tracking.IsSettled && status is { Active: 0, Terminating: 0 };
        status = finishes ? JobStatusMath.Finished(status, outcome!, turn.Now) : status;
        return
        [
            .. ApiEquality.Same(turn.Job.Status, status) ? [] : new ReconcileAction[] { new ReplaceStatus(turn.Stored, turn.Job with { Status = status }) },
            .. _conditions.Events,
            .. finishes ? JobEvents.Finished(turn.Job, status, outcome!) : [],
            .. tracking.Release.Count == 0 ? [] : new ReconcileAction[] { new InBursts(JobPods.Release(tracking.Release)) },
        ];
    }
}
