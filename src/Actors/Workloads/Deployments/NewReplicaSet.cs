using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>Makes the ReplicaSet of the present template, named after the template's hash.</summary>
internal static class NewReplicaSet
{
    private const string FailedReason = "ReplicaSetCreateError";

    /// <summary>
    /// Makes it unless it is there. False when its name belongs to another template's: then the collision is counted, which changes the
    /// hash, and the next turn tries again.
    /// </summary>
    public static bool Ensure(Rollout rollout)
    {
        if (rollout.New is not null)
        {
            return true;
        }

        var set = Build(rollout);
        if (rollout.View.Get(new ObjectKey(Resources.ReplicaSets, set.Metadata.Namespace ?? "", set.Metadata.Name!)) is not null)
        {
            rollout.Deployment = rollout.Deployment with
            {
                Status = rollout.Deployment.Status with { CollisionCount = (rollout.Deployment.Status.CollisionCount ?? 0) + 1 },
            };
            return false;
        }

        var before = rollout.Deployment;
        rollout.Create(set, refusal => Refused(rollout, before, set, refusal));
        if (set.Spec.Replicas > 0)
        {
            rollout.Emit(DeploymentEvents.Scaled(before, set.Metadata.Name!, 0, set.Spec.Replicas.Value));
        }

        rollout.Deployment = Created(RevisionAnnotations.WithRevision(before, Revisions.NextText(rollout)), set, rollout.Now);
        return true;
    }

    private static Deployment Created(Deployment deployment, ReplicaSet set, DateTimeOffset now) => !DeploymentProgress.HasDeadline(deployment) ? deployment : deployment with
    {
        Status = DeploymentConditions.Set(deployment.Status, DeploymentConditions.Progressing, ConditionStatus.True,
            "NewReplicaSetCreated", $"Created new replica set \"{set.Metadata.Name}\"", now),
    };

    private static ReplicaSet Build(Rollout rollout)
    {
        var deployment = rollout.Deployment;
        var hash = PodTemplateHash.Compute(deployment.Spec.Template, deployment.Status.CollisionCount);
        var template = PodTemplates.WithHash(deployment.Spec.Template, hash);
        var set = new ReplicaSet
        {
            ApiVersion = "apps/v1",
            Kind = "ReplicaSet",
            Metadata = new ObjectMeta
            {
                Name = $"{deployment.Metadata.Name}-{hash}",
                Namespace = deployment.Metadata.Namespace,
                Labels = template.Metadata.Labels,
                OwnerReferences = [Owners.ControllerOf(deployment)],
            },
            Spec = new ReplicaSetSpec
            {
                Replicas = 0,
                MinReadySeconds = deployment.Spec.MinReadySeconds,
                Selector = WithHash(deployment.Spec.Selector, hash),
                Template = template,
            },
        };
        var size = Surge.NewReplicas(rollout, 0);
        set = RevisionAnnotations.Promote(set with { Spec = set.Spec with { Replicas = size } }, deployment, Revisions.Next(rollout));
        return RevisionAnnotations.WithSizes(set, rollout.Replicas, DeploymentMath.MaxReplicas(deployment));
    }

    private static LabelSelector WithHash(LabelSelector? selector, string hash) => (selector ?? new LabelSelector()) with
    {
        MatchLabels = PodTemplates.With(selector?.MatchLabels, WorkloadLabels.PodTemplateHash, hash),
    };

    private static ImmutableArray<ReconcileAction> Refused(Rollout rollout, Deployment before, ReplicaSet set, ApiException refusal)
    {
        var message = $"Failed to create new replica set \"{set.Metadata.Name}\": {refusal.Message}";
        var warning = EmitEvent.Warning(before, DeploymentEvents.Source, FailedReason, message);
        if (!DeploymentProgress.HasDeadline(before))
        {
            return [warning];
        }

        var status = DeploymentConditions.Set(before.Status, DeploymentConditions.Progressing, ConditionStatus.False, FailedReason, message, rollout.Now);
        return [.. rollout.Write(status), warning];
    }
}
