using System.Collections.Immutable;
using System.Globalization;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Batch;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Workloads.CronJobs;

/// <summary>
/// The job of one scheduled time. Its name tells the time, so that whoever decides to make it, and however often, makes it once: the journal refuses the second.
/// </summary>
internal static class CronJobRun
{
    /// <summary>The CronJob's name and the minutes since 1970: <c>report-29000000</c> is for 2025-02-20T05:20Z.</summary>
    public static string NameOf(CronJob cron, DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"{cron.Metadata.Name}-{time.ToUnixTimeSeconds() / 60}");

    public static ImmutableArray<ReconcileAction> Start(CronJob cron, DateTimeOffset time)
    {
        var create = new CreateObject(Make(cron, time)) { Announce = job => CronJobEvents.Created(cron, job.Metadata.Name!) };
        return [new InBursts([create]) { OnRefused = (refusal, _) => [CronJobEvents.NotCreated(cron, refusal.Message)] }];
    }

    public static ImmutableArray<ReconcileAction> Delete(CronJob cron, IReadOnlyCollection<OwnJob> jobs)
    {
        var deletes = jobs.Select(j => (ReconcileAction)new DeleteObject(j.Stored.Key, j.Uid)
        {
            Options = new DeleteOptions { PropagationPolicy = PropagationPolicies.Background },
            Announce = CronJobEvents.Deleted(cron, j.Name),
        });
        return jobs.Count == 0 ? [] : [new InBursts([.. deletes]) { OnRefused = (refusal, _) => [CronJobEvents.NotDeleted(cron, refusal.Message)] }];
    }

    private static Job Make(CronJob cron, DateTimeOffset time)
    {
        var template = cron.Spec.JobTemplate;
        return new Job
        {
            ApiVersion = "batch/v1",
            Kind = "Job",
            Metadata = new ObjectMeta
            {
                Name = NameOf(cron, time),
                Namespace = cron.Metadata.Namespace,
                Labels = template.Metadata.Labels,
                Annotations = new Dictionary<string, string>(template.Metadata.Annotations ?? new Dictionary<string, string>())
                {
                    [CronJobAnnotations.ScheduledTime] = InZone(cron, time),
                },
                OwnerReferences = [Owners.ControllerOf(cron)],
            },
            Spec = template.Spec,
        };
    }

    private static string InZone(CronJob cron, DateTimeOffset time)
    {
        var local = TimeZones.TryFind(cron.Spec.TimeZone ?? "", out var zone, out _) ? TimeZoneInfo.ConvertTime(time, zone) : time;
        return local.ToString(local.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}
