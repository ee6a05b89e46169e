using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>One step of an update that first ends all old pods, waits until none is left, and then makes new ones.</summary>
internal static class RecreateUpdate
{
    public static Decision Run(Rollout rollout)
    {
        var active = rollout.ActiveOld.ToList();
        foreach (var set in active)
        {
            SetScaling.Scale(rollout, set, 0);
        }

        if (active.Count > 0 || OldPodsRemain(rollout))
        {
            return DeploymentProgress.Report(rollout);
        }

        if (!NewReplicaSet.Ensure(rollout))
        {
            return rollout.Report(rollout.Deployment.Status);
        }

        SetScaling.Scale(rollout, rollout.New!, rollout.Replicas);
        if (DeploymentStatusMath.IsComplete(rollout.Deployment, rollout.Deployment.Status))
        {
            RevisionHistory.Trim(rollout);
        }

        return DeploymentProgress.Report(rollout);
    }

    /// <summary>A pod on its way out still runs, though its ReplicaSet no longer counts it.</summary>
    private static bool OldPodsRemain(Rollout rollout) => rollout.Old.Any(set => set.Status.Replicas > 0
        || Claims.Owned<Pod>(rollout.View, Resources.Pods, set.Metadata.Uid ?? "").Any(static p => !PodPhases.IsTerminal(p.Status.Phase)));
}
