using System.Globalization;
using ActorKube.Actors.Shared;
using ActorKube.Api.Batch;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Workloads.CronJobs;

/// <summary>A job that names a CronJob as its controller.</summary>
/// <param name="ScheduledTime">The time that it was made for; null for one that somebody made by hand.</param>
internal sealed record OwnJob(StoredObject Stored, Job Job, DateTimeOffset? ScheduledTime)
{
    public string Uid => Stored.Header.Uid;

    public string Name => Stored.Key.Name;

    public bool IsDeleting => Stored.Header.IsDeleting;

    /// <summary>The condition that says how it has ended; null while it has not.</summary>
    public string? End => Job.Is(JobConditions.Complete) ? JobConditions.Complete : Job.Is(JobConditions.Failed) ? JobConditions.Failed : null;

    public ObjectReference Reference => new()
    {
        ApiVersion = "batch/v1",
        Kind = "Job",
        Namespace = Stored.Key.Namespace,
        Name = Stored.Key.Name,
        Uid = Uid,
        ResourceVersion = Revisions.Text(Stored.Revision),
    };

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<OwnJob> Of(ViewSnapshot view, CronJob cron) =>
        [.. view.OwnedBy(Resources.Jobs, cron.Metadata.Uid ?? "").Where(s => s.Header.Controller?.Uid == cron.Metadata.Uid).Select(s => Of(cron, s))];

    private static OwnJob Of(CronJob cron, StoredObject stored)
    {
        var job = stored.Read<Job>();
        var made = job.Metadata.Annotations is { } annotations && annotations.TryGetValue(CronJobAnnotations.ScheduledTime, out var text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) && CronJobRun.NameOf(cron, time) == stored.Key.Name ? time.ToUniversalTime() : default(DateTimeOffset?);
        return new OwnJob(stored, job, made);
    }
}
