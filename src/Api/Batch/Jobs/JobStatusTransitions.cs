using ActorKube.Api.Apps;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Batch;

/// <summary>
/// How the status of a Job may change: it moves towards its end and never back. Jobs may have controllers of their own
/// (<c>managedBy</c>), so what Kubernetes' controller would never do is refused here.
/// </summary>
internal static class JobStatusTransitions
{
    private static readonly FieldPath Path = FieldPath.Of("status");

    public static void Validate(Job next, Job previous, FieldErrors errors)
    {
        JobStatusValidation.Validate(next, new JobStatusChange(next, previous), errors);
        Conditions(next, previous, errors);
        Counters(next, previous, errors);
        Times(next, previous, errors);
    }

    private static void Conditions(Job next, Job previous, FieldErrors errors)
    {
        var path = Path.Child("conditions");
        foreach (var type in (ReadOnlySpan<string>)[JobConditions.Failed, JobConditions.Complete, JobConditions.FailureTarget])
        {
            if (previous.Is(type) && !next.Is(type))
            {
                errors.InvalidWithoutValue(path, $"cannot disable the terminal {type}=True condition");
            }
        }

        var (met, metBefore) = (next.Is(JobConditions.SuccessCriteriaMet), previous.Is(JobConditions.SuccessCriteriaMet));
        if (metBefore && !met)
        {
            errors.InvalidWithoutValue(path, "cannot disable the SuccessCriteriaMet=True condition");
        }

        if (previous.Is(JobConditions.Complete) && !metBefore && met)
        {
            errors.InvalidWithoutValue(path, "cannot set SuccessCriteriaMet=True for Job already has Complete=true conditions");
        }
    }

    private static void Counters(Job next, Job previous, FieldErrors errors)
    {
        if (next.Status.Failed < previous.Status.Failed)
        {
            errors.Invalid(Path.Child("failed"), next.Status.Failed, "cannot decrease the failed counter");
        }

        // An indexed job may be scaled down below what has succeeded.
        var elastic = next.Spec.IsIndexed() && next.Spec.Completions == next.Spec.Parallelism;
        if (!elastic && next.Status.Succeeded < previous.Status.Succeeded)
        {
            errors.Invalid(Path.Child("succeeded"), next.Status.Succeeded, "cannot decrease the succeeded counter");
        }
    }

    private static void Times(Job next, Job previous, FieldErrors errors)
    {
        if (next.Status.CompletionTime is { } completion && previous.Status.CompletionTime is { } before && completion != before)
        {
            errors.Invalid(Path.Child("completionTime"), GoText.Of(completion), "completionTime cannot be mutated");
        }

        // A resumed job starts anew; the status may learn of that after the specification has.
        var resumes = previous.Is(JobConditions.Suspended) && next.IsNot(JobConditions.Suspended);
        if (previous.Status.StartTime is { } start && start != next.Status.StartTime && next.Spec.Suspend != true && !resumes)
        {
            errors.Required(Path.Child("startTime"), "startTime cannot be removed for unsuspended job");
        }
    }
}
