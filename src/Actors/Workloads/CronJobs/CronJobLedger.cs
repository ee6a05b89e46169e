using System.Collections.Immutable;
using ActorKube.Api.Batch;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Workloads.CronJobs;

/// <summary>Which jobs of a CronJob run, by what its status says and what there is.</summary>
/// <param name="Active">The jobs that run.</param>
/// <param name="Status">The status that says so.</param>
/// <param name="Events">What changed.</param>
internal sealed record CronJobLedger(IReadOnlyList<OwnJob> Active, CronJobStatus Status, ImmutableArray<ReconcileAction> Events)
{
    /// <param name="cron">The CronJob.</param>
    /// <param name="jobs">All its jobs.</param>
    /// <param name="going">Those that this turn deletes, about which nothing more needs to be said.</param>
    public static CronJobLedger Of(CronJob cron, IReadOnlyList<OwnJob> jobs, IReadOnlyCollection<OwnJob> going)
    {
        var byUid = jobs.ToDictionary(static j => j.Uid, StringComparer.Ordinal);
        var gone = going.Select(static j => j.Uid).ToHashSet(StringComparer.Ordinal);
        var events = ImmutableArray.CreateBuilder<ReconcileAction>();
        var listed = new List<ObjectReference>();
        foreach (var reference in (cron.Status.Active ?? []).Where(r => !gone.Contains(r.Uid ?? "")))
        {
            if (!byUid.TryGetValue(reference.Uid ?? "", out var job))
            {
                events.Add(CronJobEvents.Normal(cron, "MissingJob", $"Active job went missing: {reference.Name}"));
            }
            else if (job.End is { } end)
            {
                events.Add(CronJobEvents.Normal(cron, "SawCompletedJob", $"Saw completed job: {job.Name}, condition: {end}"));
            }
            else
            {
                listed.Add(reference);
            }
        }

        var known = listed.Select(static r => r.Uid).ToHashSet(StringComparer.Ordinal);
        List<OwnJob> unlisted = [.. jobs.Where(j => j.End is null && !j.IsDeleting && !known.Contains(j.Uid) && !gone.Contains(j.Uid))];
        List<OwnJob> made = [.. unlisted.Where(static j => j.ScheduledTime is not null)];
        events.AddRange(unlisted.Except(made).Select(j =>
            CronJobEvents.Warning(cron, "UnexpectedJob", $"Saw a job that the controller did not create or forgot: {j.Name}")));
        listed.AddRange(made.Select(static j => j.Reference));
        return new CronJobLedger(
            [.. listed.Select(r => byUid[r.Uid ?? ""])],
            cron.Status with
            {
                Active = listed.Count == 0 ? null : listed,
                LastScheduleTime = Latest(made.Select(static j => j.ScheduledTime).Append(cron.Status.LastScheduleTime)),
                LastSuccessfulTime = Latest(jobs.Where(static j => j.End == JobConditions.Complete).Select(static j => j.Job.Status.CompletionTime).Append(cron.Status.LastSuccessfulTime)),
            },
            events.ToImmutable());
    }

    private static DateTimeOffset? Latest(IEnumerable<DateTimeOffset?> times) => times.Max();
}
