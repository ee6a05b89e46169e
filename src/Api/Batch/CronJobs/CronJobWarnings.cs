using ActorKube.Api.Errors;

namespace ActorKube.Api.Batch;

internal static class CronJobWarnings
{
    private static readonly FieldPath JobSpec = FieldPath.Of("spec").Child("jobTemplate").Child("spec");

    private const string ZoneInSchedule = "cannot use TZ or CRON_TZ in spec.spec.schedule, use timeZone instead, "
        + "see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details";

    public static IReadOnlyList<string> Of(CronJob value, CronJob? previous)
    {
        var warnings = JobWarnings.Of(value, previous, static c => c.Spec.JobTemplate.Spec, JobSpec);
        return previous is not null && value.Spec.Schedule.Contains("TZ", StringComparison.Ordinal) ? [.. warnings, ZoneInSchedule] : warnings;
    }
}
