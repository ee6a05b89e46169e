using System.Globalization;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>
/// Numbers templates: the ReplicaSet of the present template has the highest number, and the Deployment says which. A template that returns, by undo or
/// by hand, gets a new number and remembers its old ones.
/// </summary>
internal static class Revisions
{
    public static void Sync(Rollout rollout)
    {
        if (rollout.New is not { } set)
        {
            return;
        }

        var next = RevisionAnnotations.Promote(set, rollout.Deployment, Next(rollout));
        next = next.Spec.MinReadySeconds == rollout.Deployment.Spec.MinReadySeconds ? next : next with
        {
            Spec = next.Spec with { MinReadySeconds = rollout.Deployment.Spec.MinReadySeconds },
        };
        if (next != set)
        {
            rollout.Set(next);
        }

        rollout.Deployment = RevisionAnnotations.WithRevision(
            rollout.Deployment, RevisionAnnotations.Get(next.Metadata, RevisionAnnotations.Revision) ?? "");
        if (DeploymentProgress.HasDeadline(rollout.Deployment) && DeploymentConditions.Find(rollout.Deployment.Status, DeploymentConditions.Progressing) is null)
        {
            rollout.Deployment = rollout.Deployment with
            {
                Status = DeploymentConditions.Set(rollout.Deployment.Status, DeploymentConditions.Progressing, ConditionStatus.True,
                    "FoundNewReplicaSet", $"Found new replica set \"{set.Metadata.Name}\"", rollout.Now),
            };
        }
    }

    /// <summary>One more than the highest of the old ones.</summary>
    public static long Next(Rollout rollout) => rollout.Old.Select(RevisionAnnotations.RevisionOf).DefaultIfEmpty().Max() + 1;

    public static string NextText(Rollout rollout) => Next(rollout).ToString(CultureInfo.InvariantCulture);
}
