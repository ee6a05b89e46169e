using ActorKube.Api.Batch;

namespace ActorKube.Actors.Workloads.CronJobs;

/// <summary>Which finished jobs of a CronJob are kept.</summary>
internal static class CronJobHistory
{
    /// <summary>Those beyond the limits, of which there is one for each end; the oldest first.</summary>
    public static List<OwnJob> Surplus(CronJob cron, IReadOnlyList<OwnJob> jobs) =>
    [
        .. Surplus(jobs, JobConditions.Complete, cron.Spec.SuccessfulJobsHistoryLimit),
        .. Surplus(jobs, JobConditions.Failed, cron.Spec.FailedJobsHistoryLimit),
    ];

    private static IEnumerable<OwnJob> Surplus(IReadOnlyList<OwnJob> jobs, string end, int? limit)
    {
        List<OwnJob> ended = [.. jobs.Where(j => j.End == end && !j.IsDeleting)];
        return ended
            .OrderBy(static j => j.Job.Status.StartTime ?? DateTimeOffset.MaxValue)
            .ThenBy(static j => j.Name, StringComparer.Ordinal)
            .Take(limit is { } most ? Math.Max(0, ended.Count - most) : 0);
    }
}
