using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Batch;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Workloads.CronJobs;

/// <summary>
/// Makes jobs by a schedule. Top-down: history, what runs, deletion, suspension, the schedule, and the job that is due. A job and the status that lists it are two writes: a job that is
/// there already, whoever made it and whenever ActorKube was killed, is listed by the next turn. Follows <c>kubernetes.io/docs/concepts/workloads/controllers/cron-jobs</c>.
/// </summary>
internal sealed class CronJobReconciler : IReconciler
{
    public string Resource => Resources.CronJobs;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object?.Read<CronJob>() is not { } cron)
        {
            return Decision.None;
        }

        var jobs = OwnJob.Of(context.View, cron);
        var surplus = CronJobHistory.Surplus(cron, jobs);
        var ledger = CronJobLedger.Of(cron, jobs, surplus);
        ImmutableArray<ReconcileAction> before = [.. CronJobRun.Delete(cron, surplus), .. ledger.Events];
        if (cron.Metadata.DeletionTimestamp is not null || cron.Spec.Suspend == true)
        {
            return new Decision([.. before, .. Report(context, cron, ledger.Status)]);
        }

        // By what this turn leaves: a job that was made and not listed has served its time.
        var timing = CronJobTiming.Of(cron with { Status = ledger.Status }, context.Now);
        if (timing.Fault is var (reason, message))
        {
            return new Decision([.. before, CronJobEvents.Warning(cron, reason, message), .. Report(context, cron, ledger.Status)]);
        }

        return new Decision([.. before, .. Warnings(cron), .. Serve(context, cron, ledger, timing)], timing.Next - context.Now);
    }

    private static ImmutableArray<ReconcileAction> Serve(ReconcileContext context, CronJob cron, CronJobLedger ledger, CronJobTiming timing)
    {
        if (timing.Due is not { } due)
        {
            return Report(context, cron, ledger.Status);
        }

        var name = CronJobRun.NameOf(cron, due);
        if (context.View.Get(new ObjectKey(Resources.Jobs, context.Key.Namespace, name)) is { } there)
        {
            // One of another owner is in the way, and there is nothing to be done for this time.
            var isOwn = there.Header.Controller?.Uid == cron.Metadata.Uid;
            return Report(context, cron, isOwn ? ledger.Status with { LastScheduleTime = due } : ledger.Status);
        }

        if (cron.Spec.ConcurrencyPolicy == ConcurrencyPolicies.Forbid && ledger.Active.Count > 0)
        {
            const string Running = "Not starting job because prior execution is running and concurrency policy is Forbid";
            return [CronJobEvents.Normal(cron, "JobAlreadyActive", Running), .. Report(context, cron, ledger.Status)];
        }

        var replaces = cron.Spec.ConcurrencyPolicy == ConcurrencyPolicies.Replace;
        return
        [
            .. timing.Missed > CronJobTiming.Many ? [TooMany(cron)] : Array.Empty<ReconcileAction>(),
            .. CronJobRun.Delete(cron, replaces ? ledger.Active : []),
            .. Report(context, cron, replaces ? ledger.Status with { Active = null } : ledger.Status),
            .. CronJobRun.Start(cron, due),
        ];
    }

    private static EmitEvent TooMany(CronJob cron) => CronJobEvents.Warning(
        cron, "TooManyMissedTimes", "too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew");

    /// <summary>A zone in the schedule itself, which objects of older versions may still have.</summary>
    private static ImmutableArray<ReconcileAction> Warnings(CronJob cron) => !cron.Spec.Schedule.Contains("TZ", StringComparison.Ordinal) ? [] :
    [
        CronJobEvents.Warning(
            cron,
            "UnsupportedSchedule",
            $"CRON_TZ or TZ used in schedule \"{cron.Spec.Schedule}\" is not officially supported, see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details"),
    ];

    private static ImmutableArray<ReconcileAction> Report(ReconcileContext context, CronJob cron, CronJobStatus status) =>
        ApiEquality.Same(cron.Status, status) ? [] : [new ReplaceStatus(context.Object!, cron with { Status = status })];
}
