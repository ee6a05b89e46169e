using ActorKube.Actors.Shared;
using ActorKube.Api.Batch;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>
/// Runs pods until enough of them have succeeded. Top-down: done, held up, claims, how it is to end, the pods that there should be, and what has ended. Follows
/// <c>kubernetes.io/docs/concepts/workloads/controllers/job</c>.
/// </summary>
internal sealed class JobReconciler : IReconciler
{
    /// <summary>As long as Kubernetes from 5,000 pods on: nobody waits for a Job's counters as for a rollout.</summary>
    private static readonly TimeSpan RestPerPod = TimeSpan.FromMilliseconds(0.2);

    private readonly LookPace _pace = new(RestPerPod);
    private readonly JobBackOff _backOff = new();

    public string Resource => Resources.Jobs;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object?.Read<Job>() is not { } job || job.Spec.IsManagedElsewhere() || job.IsFinished())
        {
            _pace.Forget(context.Key);
            _backOff.Forget(context.Key);
            return Decision.None;
        }

        if (_pace.Wait(context) is { } wait)
        {
            return Decision.LookAgain(wait);
        }

        var claims = JobPods.Claim(context.View, job);
        return claims.Actions.IsEmpty ? Run(context, new JobTurn(context, job, claims.Items)) : new Decision(claims.Actions);
    }

    private Decision Run(ReconcileContext context, JobTurn turn)
    {
        var waitsUntil = turn.LimitPerIndex is null ? _backOff.Until(context, turn) : null;
        if (JobOutcome.Of(turn) is { } outcome)
        {
            var ending = new JobTracking(turn, outcome, turn.Active);
            _pace.Note(context, turn.Pods.Count, ending.IsCapped);
            return new Decision(new JobActions(turn, outcome, ending).End());
        }

        var plan = JobPlan.Of(turn, waitsUntil);
        var reached = JobOutcome.ByCompletions(turn, plan.Active);
        var tracking = new JobTracking(turn, reached, plan.Delete);
        _pace.Note(context, turn.Pods.Count, tracking.IsCapped || plan.IsCapped);
        return new Decision(new JobActions(turn, reached, tracking).Carry(plan), Earlier(plan.LookAgainAt, JobDeadline.Of(turn)) - turn.Now);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a < b ? a : b ?? a;
}
