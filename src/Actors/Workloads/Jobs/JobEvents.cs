using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Api.Batch;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>What a Job tells of itself, in Kubernetes' words.</summary>
internal static class JobEvents
{
    private const string Source = "job-controller";

    public static EmitEvent Normal(Job job, string reason, string message) => EmitEvent.Normal(job, Source, reason, message);

    public static EmitEvent Warning(Job job, string reason, string message) => EmitEvent.Warning(job, Source, reason, message);

    public static EmitEvent Created(Job job, string pod) => Normal(job, "SuccessfulCreate", $"Created pod: {pod}");

    public static EmitEvent Deleted(Job job, string pod) => Normal(job, "SuccessfulDelete", $"Deleted pod: {pod}");

    public static EmitEvent NotCreated(Job job, string why) => Warning(job, "FailedCreate", $"Error creating: {why}");

    public static EmitEvent NotDeleted(Job job, string why) => Warning(job, "FailedDelete", $"Error deleting: {why}");

    public static ImmutableArray<ReconcileAction> Finished(Job job, JobStatus status, JobOutcome outcome) => outcome.Succeeds
        ?
        [
            .. status.Succeeded > job.Spec.Completions
                ? [Warning(job, "TooManySucceededPods", "Too many succeeded pods running after completion count reached")]
                : Array.Empty<ReconcileAction>(),
            Normal(job, "Completed", "Job completed"),
        ]
        : [Warning(job, outcome.Reason, outcome.Message)];
}
