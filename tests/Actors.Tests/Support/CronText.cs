using ActorKube.Actors.Workloads.CronJobs;
using ActorKube.Api.Batch;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Tests.Support;

/// <summary>CronJobs and their jobs. Time begins on Tuesday, 2030-01-01T00:00Z.</summary>
internal static class CronText
{
    /// <summary>One that was made at the epoch.</summary>
    public static CronJob CronJob(string schedule, string policy = ConcurrencyPolicies.Allow, DateTimeOffset? last = null, params Job[] active) => new()
    {
        ApiVersion = "batch/v1",
        Kind = "CronJob",
        Metadata = Make.Meta("tick"),
        Spec = new CronJobSpec
        {
            Schedule = schedule,
            ConcurrencyPolicy = policy,
            Suspend = false,
            SuccessfulJobsHistoryLimit = 3,
            FailedJobsHistoryLimit = 1,
            JobTemplate = new JobTemplateSpec { Metadata = new() { Labels = Make.Labels("from=cron"), Annotations = Make.Labels("a=b") }, Spec = JobText.Job("").Spec with { Selector = null } },
        },
        Status = new CronJobStatus
        {
            LastScheduleTime = last,
            Active = active.Length == 0 ? null : [.. active.Select(static j => new ObjectReference { ApiVersion = "batch/v1", Kind = "Job", Namespace = "ns", Name = j.Metadata.Name, Uid = j.Metadata.Uid })],
        },
    };

    /// <summary>A job of the CronJob for a time, in a state such as <c>Is=Complete</c>.</summary>
    public static Job Made(DateTimeOffset time, string text = "")
    {
        var (cron, job) = (CronJob("@hourly"), JobText.Job(text));
        var meta = Make.Meta(CronJobRun.NameOf(cron, time), owner: cron);
        return job with
        {
            Metadata = meta with { Annotations = new Dictionary<string, string> { [CronJobAnnotations.ScheduledTime] = time.ToString("yyyy-MM-dd'T'HH:mm:sszzz") } },
            Status = job.Status with { StartTime = time, CompletionTime = job.Is(JobConditions.Complete) ? time.AddSeconds(5) : null },
        };
    }

    /// <summary>A job that somebody made of the CronJob by hand.</summary>
    public static Job ByHand(string name, string text = "") => JobText.Job(text) with { Metadata = Make.Meta(name, owner: CronJob("@hourly")) };
}
