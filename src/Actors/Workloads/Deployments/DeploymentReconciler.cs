using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>
/// Keeps ReplicaSets so that the pods of the newest template come and those of older ones go, at the pace asked for. Top-down: claims, deletion, pause,
/// scaling, then a step of the strategy; each write leads to the next turn. Follows <c>kubernetes.io/docs/concepts/workloads/controllers/deployment</c>.
/// </summary>
internal sealed class DeploymentReconciler : IReconciler
{
    public string Resource => Resources.Deployments;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object?.Read<Deployment>() is not { } deployment || WorkloadSelectors.Query(deployment.Spec.Selector) is not { } selector)
        {
            return Decision.None;
        }

        if (selector.IsEverything)
        {
            return SelectsAll(context, deployment);
        }

        var claims = Claims.Of<ReplicaSet>(context.View, Resources.ReplicaSets, deployment, selector);
        return claims.Actions.Length > 0 ? new Decision(claims.Actions) : Sync(new Rollout(context, deployment, claims.Items));
    }

    private static Decision Sync(Rollout rollout)
    {
        if (rollout.Deployment.Metadata.DeletionTimestamp is not null)
        {
            Revisions.Sync(rollout);
            return rollout.Report(DeploymentStatusMath.Of(rollout));
        }

        DeploymentPause.Note(rollout);
        Revisions.Sync(rollout);
        return rollout.Deployment switch
        {
            { Spec.Paused: true } => Scaling.Run(rollout),
            _ when Scaling.IsAskedFor(rollout) => Scaling.Run(rollout),
            { Spec.Strategy.Type: UpdateStrategies.Recreate } => RecreateUpdate.Run(rollout),
            _ => RollingUpdate.Run(rollout),
        };
    }

    private static Decision SelectsAll(ReconcileContext context, Deployment deployment)
    {
        var warning = EmitEvent.Warning(deployment, DeploymentEvents.Source, "SelectingAll",
            "This deployment is selecting all pods. A non-empty selector is required.");
        var status = deployment.Status with { ObservedGeneration = deployment.Metadata.Generation };
        return status.ObservedGeneration == deployment.Status.ObservedGeneration
            ? Decision.None
            : Decision.Do(warning, new ReplaceStatus(context.Object!, deployment with { Status = status }));
    }
}
