using ActorKube.Api.Apps;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Batch;

/// <summary>What a Job's status has to satisfy in itself. See <see cref="JobStatusChange"/> for when a rule applies.</summary>
internal static class JobStatusValidation
{
    private static readonly FieldPath Path = FieldPath.Of("status");

    public static void Validate(Job job, JobStatusChange change, FieldErrors errors)
    {
        var status = job.Status;
        FieldRules.NonNegative(status.Active, Path.Child("active"), errors);
        FieldRules.NonNegative(status.Succeeded, Path.Child("succeeded"), errors);
        FieldRules.NonNegative(status.Failed, Path.Child("failed"), errors);
        FieldRules.NonNegative(status.Ready, Path.Child("ready"), errors);
        FieldRules.NonNegative(status.Terminating, Path.Child("terminating"), errors);
        UncountedPods(status.UncountedTerminatedPods, errors);
        if ((change.Ready || change.Active) && status.Ready > status.Active)
        {
            errors.Invalid(Path.Child("ready"), status.Ready, "cannot set more ready pods than active");
        }

        Conditions(job, change, errors);
        CompletionTime(job, change, errors);
        if (job.IsFinished())
        {
            Finished(job, change, errors);
        }

        JobIndexesValidation.Validate(job, change, errors);
    }

    /// <summary>No pod is counted twice.</summary>
    private static void UncountedPods(UncountedTerminatedPods? pods, FieldErrors errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Check(pods?.Succeeded, "succeeded");
        Check(pods?.Failed, "failed");

        void Check(IReadOnlyList<string>? uids, string field)
        {
            for (var i = 0; i < uids?.Count; i++)
            {
                var path = Path.Child("uncountedTerminatedPods").Child(field).Index(i);
                if (uids[i].Length == 0)
                {
                    errors.Invalid(path, "", "must not be empty");
                }
                else if (!seen.Add(uids[i]))
                {
                    errors.Duplicate(path, uids[i]);
                }
            }
        }
    }

    /// <summary>A job ends in one way, and announces it before.</summary>
    private static void Conditions(Job job, JobStatusChange change, FieldErrors errors)
    {
        var (complete, failed) = (job.Is(JobConditions.Complete), job.Is(JobConditions.Failed));
        var (met, target) = (job.Is(JobConditions.SuccessCriteriaMet), job.Is(JobConditions.FailureTarget));
        var (completes, fails) = (change.Condition(JobConditions.Complete), change.Condition(JobConditions.Failed));
        Refuse((completes || fails) && complete && failed, "cannot set Complete=True and Failed=true conditions");
        Refuse(
            (completes || change.Condition(JobConditions.FailureTarget)) && complete && target,
            "cannot set Complete=True and FailureTarget=true conditions");
        Refuse((fails || change.FailedIndexes) && failed && !target, "cannot set Failed=True condition without the FailureTarget=true condition");
        Refuse(
            (completes || change.Condition(JobConditions.SuccessCriteriaMet)) && complete && !met,
            "cannot set Complete=True condition without the SuccessCriteriaMet=true condition");
        Refuse(met && failed, "cannot set SuccessCriteriaMet=True and Failed=true conditions");
        Refuse(met && target, "cannot set SuccessCriteriaMet=True and FailureTarget=true conditions");
        Refuse(job.Spec.SuccessPolicy is not null && !met && complete, "cannot set Complete=True for Job with SuccessPolicy unless SuccessCriteriaMet=True");

        void Refuse(bool wrong, string detail)
        {
            if (wrong)
            {
                errors.InvalidWithoutValue(Path.Child("conditions"), detail);
            }
        }
    }

    private static void CompletionTime(Job job, JobStatusChange change, FieldErrors errors)
    {
        var (path, time) = (Path.Child("completionTime"), job.Status.CompletionTime);
        if (change.Condition(JobConditions.Complete) || change.CompletionTime)
        {
            switch (time, job.Is(JobConditions.Complete))
            {
                case ({ } set, false):
                    errors.Invalid(path, GoText.Of(set), "cannot set completionTime when there is no Complete=True condition");
                    break;
                case (null, true):
                    errors.Required(path, "completionTime is required for Complete jobs");
                    break;
            }
        }

        if ((change.StartTime || change.CompletionTime) && time < job.Status.StartTime)
        {
            errors.Invalid(path, GoText.Of(time.Value), "completionTime cannot be set before startTime");
        }
    }

    private static void Finished(Job job, JobStatusChange change, FieldErrors errors)
    {
        var status = job.Status;
        if ((change.Finished || change.Active) && status.Active > 0)
        {
            errors.Invalid(Path.Child("active"), status.Active, "active>0 is invalid for finished job");
        }

        if ((change.Finished || change.Terminating) && status.Terminating > 0)
        {
            errors.Invalid(Path.Child("terminating"), status.Terminating, "terminating>0 is invalid for finished job");
        }

        // A job of no completions is complete without ever having started, even while suspended.
        var neverStarts = job.Spec is { Suspend: true, Completions: 0 };
        if ((change.Finished || change.StartTime) && status.StartTime is null && !neverStarts)
        {
            errors.Required(Path.Child("startTime"), "startTime is required for finished job");
        }

        if ((change.Finished || change.UncountedPods) && status.UncountedTerminatedPods is { } pods && (pods.Failed ?? []).Concat(pods.Succeeded ?? []).Any())
        {
            errors.Invalid(Path.Child("uncountedTerminatedPods"), Literal(pods), "uncountedTerminatedPods needs to be empty for finished job");
        }
    }

    private static GoText Literal(UncountedTerminatedPods pods) => new("batch.UncountedTerminatedPods{"
        + $"Succeeded:{GoText.List("types.UID", pods.Succeeded)}, Failed:{GoText.List("types.UID", pods.Failed)}}}");
}
