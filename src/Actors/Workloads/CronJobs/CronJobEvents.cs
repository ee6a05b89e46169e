using ActorKube.Actors.Actions;
using ActorKube.Api.Batch;

namespace ActorKube.Actors.Workloads.CronJobs;

/// <summary>What a CronJob tells of itself, in Kubernetes' words.</summary>
internal static class CronJobEvents
{
    private const string Source = "cronjob-controller";

    public static EmitEvent Normal(CronJob cron, string reason, string message) => EmitEvent.Normal(cron, Source, reason, message);

    public static EmitEvent Warning(CronJob cron, string reason, string message) => EmitEvent.Warning(cron, Source, reason, message);

    public static EmitEvent Created(CronJob cron, string job) => Normal(cron, "SuccessfulCreate", $"Created job {job}");

    public static EmitEvent NotCreated(CronJob cron, string why) => Warning(cron, "FailedCreate", $"Error creating job: {why}");

    public static EmitEvent Deleted(CronJob cron, string job) => Normal(cron, "SuccessfulDelete", $"Deleted job {job}");

    public static EmitEvent NotDeleted(CronJob cron, string why) => Warning(cron, "FailedDelete", $"Deleted job: {why}");
}
