using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Batch;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>Deletes a Job, with its pods, some time after it has finished (<c>ttlSecondsAfterFinished</c>), whoever runs it.</summary>
internal sealed class JobExpiry : IReconciler
{
    public string Resource => Resources.Jobs;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { Header.IsDeleting: false } stored || stored.Read<Job>() is not { Spec.TtlSecondsAfterFinished: { } seconds } job || FinishedAt(job) is not { } finished)
        {
            return Decision.None;
        }

        var left = finished + TimeSpan.FromSeconds(seconds) - context.Now;
        return left > TimeSpan.Zero
            ? Decision.LookAgain(left)
            : Decision.Do(new DeleteObject(stored.Key, stored.Header.Uid)
            {
                // Only as it was seen: the time may have been changed.
                Options = new DeleteOptions
                {
                    PropagationPolicy = PropagationPolicies.Foreground,
                    Preconditions = new Preconditions { ResourceVersion = Revisions.Text(stored.Revision) },
                },
            });
    }

    private static DateTimeOffset? FinishedAt(Job job) => job.Status.Conditions?
        .FirstOrDefault(static c => c is { Type: JobConditions.Complete or JobConditions.Failed, Status: ConditionStatus.True })?.LastTransitionTime;
}
