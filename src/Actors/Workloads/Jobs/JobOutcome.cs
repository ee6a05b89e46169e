using ActorKube.Api.Batch;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>How a Job is to end. It is announced in a condition first; the end itself comes when its pods have stopped and are counted.</summary>
/// <param name="Succeeds">Complete, or failed.</param>
/// <param name="IsAnnounced">The status says so already: it is settled.</param>
internal sealed record JobOutcome(bool Succeeds, string Reason, string Message, bool IsAnnounced = false)
{
    public string Announcement => Succeeds ? JobConditions.SuccessCriteriaMet : JobConditions.FailureTarget;

    public string End => Succeeds ? JobConditions.Complete : JobConditions.Failed;

    /// <summary>Top-down: what was announced, a rule that fails the Job, limits, indexes, a rule by which it succeeds. Null while it goes on.</summary>
    public static JobOutcome? Of(JobTurn turn) =>
        Announced(turn, JobConditions.SuccessCriteriaMet) ?? Announced(turn, JobConditions.FailureTarget)
        ?? ByFailurePolicy(turn) ?? ByLimits(turn) ?? ByIndexes(turn) ?? BySuccessPolicy(turn);

    /// <summary>As many completions as wanted, or any where no number is, and no pod that still runs.</summary>
    /// <param name="active">Pods that run once this turn has done its work.</param>
    public static JobOutcome? ByCompletions(JobTurn turn, int active) =>
        active == 0 && (turn.Spec.Completions is { } wanted ? turn.Succeeded >= wanted : turn.Succeeded > 0)
            ? new JobOutcome(true, JobReasons.CompletionsReached, "Reached expected number of succeeded pods")
            : null;

    private static JobOutcome? Announced(JobTurn turn, string type) =>
        turn.Job.Status.Conditions?.FirstOrDefault(c => c.Type == type && c.Status == ConditionStatus.True) is { } condition
            ? new JobOutcome(type == JobConditions.SuccessCriteriaMet, condition.Reason ?? "", condition.Message ?? "", IsAnnounced: true)
            : null;

    private static JobOutcome? ByFailurePolicy(JobTurn turn) => turn.Spec.PodFailurePolicy is null
        ? null
        : turn.Pods.Where(turn.IsFailed).Select(p => JobFailurePolicy.Judge(turn.Spec.PodFailurePolicy, p).Message).FirstOrDefault(static m => m is not null) is { } message
            ? Failure(JobReasons.PodFailurePolicy, message)
            : null;

    private static JobOutcome? ByLimits(JobTurn turn) =>
        turn.Failed > turn.Spec.BackoffLimit || HasRestartedTooOften(turn) ? Failure(JobReasons.BackoffLimitExceeded, "Job has reached the specified backoff limit")
        : JobDeadline.Of(turn) <= turn.Now ? Failure(JobReasons.DeadlineExceeded, "Job was active longer than specified deadline")
        : null;

    /// <summary>Where containers are started again in their pods, their restarts are the retries.</summary>
    private static bool HasRestartedTooOften(JobTurn turn) =>
        turn.Spec.Template.Spec.RestartPolicy == RestartPolicies.OnFailure
        && turn.Pods.Where(static p => p.Facts.Phase is PodPhases.Running or PodPhases.Pending).Sum(static p => p.Facts.Restarts) is > 0 and var restarts
        && restarts >= turn.Spec.BackoffLimit;

    private static JobOutcome? ByIndexes(JobTurn turn) => turn.FailedIndexes switch
    {
        null or { Count: 0 } => null,
        { Count: var failed } when failed > turn.Spec.MaxFailedIndexes =>
            Failure(JobReasons.MaxFailedIndexesExceeded, "Job has exceeded the specified maximal number of failed indexes"),
        { Count: var failed } when failed + turn.SucceededIndexes.Count >= turn.Completions => Failure(JobReasons.FailedIndexes, "Job has failed indexes"),
        _ => null,
    };

    private static JobOutcome? BySuccessPolicy(JobTurn turn) =>
        turn.IsIndexed && JobSuccessPolicy.Match(turn.Spec.SuccessPolicy, turn.SucceededIndexes, turn.Completions) is { } message
            ? new JobOutcome(true, JobReasons.SuccessPolicy, message)
            : null;

    private static JobOutcome Failure(string reason, string message) => new(false, reason, message);
}
