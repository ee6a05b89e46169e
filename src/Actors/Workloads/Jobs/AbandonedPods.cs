using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Batch;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>Takes the finalizer off pods that no Job counts any more: theirs is gone, or finished, or they have been orphaned. With it they could never go.</summary>
internal sealed class AbandonedPods : IReconciler
{
    public string Resource => Resources.Pods;

    public Decision Reconcile(ReconcileContext context) =>
        context.Object is { Header.HasFinalizers: true } stored && stored.Read<Pod>() is var pod && JobPodFacts.Tracks(pod) && !IsCounted(context.View, stored)
            ? Decision.Do(new ReplaceObject(stored, JobPods.Untracked(pod)))
            : Decision.None;

    private static bool IsCounted(ViewSnapshot view, StoredObject pod)
    {
        if (pod.Header.Controller is not { } owner)
        {
            return false;
        }

        if (owner is not { Kind: "Job", ApiVersion: "batch/v1" })
        {
            return true;
        }

        var job = view.Get(new ObjectKey(Resources.Jobs, pod.Key.Namespace, owner.Name));
        return job?.Header.Uid == owner.Uid && job.Read<Job>() is var value && (value.Spec.IsManagedElsewhere() || !value.IsFinished());
    }
}
