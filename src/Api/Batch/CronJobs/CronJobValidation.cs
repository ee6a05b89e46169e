using ActorKube.Api.Apps;
using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Batch;

internal static class CronJobValidation
{
    /// <summary>Names of jobs append a hyphen and ten digits of the time.</summary>
    private const int MaxNameLength = DnsNames.MaxLabelLength - 11;

    private static readonly FieldPath Path = FieldPath.Of("spec");

    public static void Validate(CronJob value, FieldErrors errors)
    {
        Spec(value.Spec, null, errors);
        if (value.Metadata.Name?.Length > MaxNameLength)
        {
            errors.Invalid(FieldPath.Of("metadata").Child("name"), value.Metadata.Name, "must be no more than 52 characters");
        }
    }

    public static void ValidateUpdate(CronJob next, CronJob previous, FieldErrors errors) => Spec(next.Spec, previous.Spec, errors);

    private static void Spec(CronJobSpec spec, CronJobSpec? previous, FieldErrors errors)
    {
        Schedule(spec, previous, Path.Child("schedule"), errors);
        FieldRules.NonNegative(spec.StartingDeadlineSeconds, Path.Child("startingDeadlineSeconds"), errors);
        if (spec.TimeZone is { } zone && zone != previous?.TimeZone)
        {
            TimeZoneValidation.Validate(zone, Path.Child("timeZone"), errors);
        }

        if (spec.ConcurrencyPolicy is not (ConcurrencyPolicies.Allow or ConcurrencyPolicies.Forbid or ConcurrencyPolicies.Replace))
        {
            errors.NotSupported(
                Path.Child("concurrencyPolicy"), spec.ConcurrencyPolicy, [ConcurrencyPolicies.Allow, ConcurrencyPolicies.Forbid, ConcurrencyPolicies.Replace]);
        }

        JobTemplate(spec.JobTemplate.Spec, previous?.JobTemplate.Spec, Path.Child("jobTemplate").Child("spec"), errors);
        FieldRules.NonNegative(spec.SuccessfulJobsHistoryLimit, Path.Child("successfulJobsHistoryLimit"), errors);
        FieldRules.NonNegative(spec.FailedJobsHistoryLimit, Path.Child("failedJobsHistoryLimit"), errors);
    }

    /// <summary>A zone inside the schedule is only let through where an older version let it in.</summary>
    private static void Schedule(CronJobSpec spec, CronJobSpec? previous, FieldPath path, FieldErrors errors)
    {
        if (spec.Schedule.Length == 0)
        {
            errors.Required(path);
            return;
        }

        if (!CronSchedule.TryParse(spec.Schedule, null, out _, out var error))
        {
            errors.Invalid(path, spec.Schedule, error);
        }

        if (!NamesZone(spec.Schedule))
        {
            return;
        }

        if (previous is null || !NamesZone(previous.Schedule))
        {
            errors.Invalid(path, spec.Schedule, "cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
        }
        else if (spec.TimeZone is not null)
        {
            errors.Invalid(path, spec.Schedule, "cannot use both timeZone field and TZ or CRON_TZ in schedule");
        }
    }

    private static void JobTemplate(JobSpec job, JobSpec? previous, FieldPath path, FieldErrors errors)
    {
        JobSpecValidation.Validate(job, previous, path, errors);
        if (job.Selector is not null)
        {
            errors.Invalid(path.Child("selector"), WorkloadGoText.Of(job.Selector), "`selector` will be auto-generated");
        }

        if (job.ManualSelector == true)
        {
            errors.NotSupported(path.Child("manualSelector"), true, ["nil", "false"]);
        }
    }

    private static bool NamesZone(string schedule) => schedule.Contains("TZ", StringComparison.Ordinal);
}
