using ActorKube.Api.Errors;

namespace ActorKube.Api.Apps;

internal static class DeploymentStatusValidation
{
    private static readonly FieldPath Path = FieldPath.Of("status");

    public static void Validate(Deployment next, Deployment previous, FieldErrors errors)
    {
        var status = next.Status;
        FieldRules.NonNegative(status.ObservedGeneration, Path.Child("observedGeneration"), errors);
        FieldRules.NonNegative(status.Replicas, Path.Child("replicas"), errors);
        FieldRules.NonNegative(status.UpdatedReplicas, Path.Child("updatedReplicas"), errors);
        FieldRules.NonNegative(status.ReadyReplicas, Path.Child("readyReplicas"), errors);
        FieldRules.NonNegative(status.AvailableReplicas, Path.Child("availableReplicas"), errors);
        FieldRules.NonNegative(status.UnavailableReplicas, Path.Child("unavailableReplicas"), errors);
        FieldRules.NonNegative(status.CollisionCount, Path.Child("collisionCount"), errors);
        FieldRules.AtMost(status.UpdatedReplicas, status.Replicas, Path.Child("updatedReplicas"), errors, "status.replicas");
        FieldRules.AtMost(status.ReadyReplicas, status.Replicas, Path.Child("readyReplicas"), errors, "status.replicas");
        FieldRules.AtMost(status.AvailableReplicas, status.Replicas, Path.Child("availableReplicas"), errors, "status.replicas");
        FieldRules.AtMost(status.AvailableReplicas, status.ReadyReplicas, Path.Child("availableReplicas"), errors, "readyReplicas");
        FieldRules.CollisionCount(status.CollisionCount, previous.Status.CollisionCount, Path.Child("collisionCount"), errors);
    }
}
