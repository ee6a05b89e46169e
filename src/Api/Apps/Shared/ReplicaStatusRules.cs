using ActorKube.Api.Errors;

namespace ActorKube.Api.Apps;

/// <summary>The status that ReplicaSets and ReplicationControllers have in common.</summary>
internal readonly record struct ReplicaCounts(int Replicas, int FullyLabeled, int Ready, int Available, long ObservedGeneration);

internal static class ReplicaStatusRules
{
    private static readonly FieldPath Path = FieldPath.Of("status");

    public static void Validate(ReplicaCounts counts, FieldErrors errors)
    {
        var (labeled, ready, available) = (Path.Child("fullyLabeledReplicas"), Path.Child("readyReplicas"), Path.Child("availableReplicas"));
        FieldRules.NonNegative(counts.Replicas, Path.Child("replicas"), errors);
        FieldRules.NonNegative(counts.FullyLabeled, labeled, errors);
        FieldRules.NonNegative(counts.Ready, ready, errors);
        FieldRules.NonNegative(counts.Available, available, errors);
        FieldRules.NonNegative(counts.ObservedGeneration, Path.Child("observedGeneration"), errors);
        FieldRules.AtMost(counts.FullyLabeled, counts.Replicas, labeled, errors, "status.replicas");
        FieldRules.AtMost(counts.Ready, counts.Replicas, ready, errors, "status.replicas");
        FieldRules.AtMost(counts.Available, counts.Replicas, available, errors, "status.replicas");
        FieldRules.AtMost(counts.Available, counts.Ready, available, errors, "readyReplicas");
    }
}
