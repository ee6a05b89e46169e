using ActorKube.Api.Core;

namespace ActorKube.Api.Batch;

internal static class CronJobDefaults
{
    private const int SuccessfulJobs = 3;
    private const int FailedJobs = 1;

    /// <summary>Of the job template only the pod template gets its defaults; the rest comes when a job is made of it.</summary>
    public static CronJob Apply(CronJob value)
    {
        var spec = value.Spec;
        var job = spec.JobTemplate;
        return value with
        {
            Spec = spec with
            {
                ConcurrencyPolicy = spec.ConcurrencyPolicy ?? ConcurrencyPolicies.Allow,
                Suspend = spec.Suspend ?? false,
                SuccessfulJobsHistoryLimit = spec.SuccessfulJobsHistoryLimit ?? SuccessfulJobs,
                FailedJobsHistoryLimit = spec.FailedJobsHistoryLimit ?? FailedJobs,
                JobTemplate = job with { Spec = job.Spec with { Template = PodTemplateDefaults.Apply(job.Spec.Template) } },
            },
        };
    }
}
