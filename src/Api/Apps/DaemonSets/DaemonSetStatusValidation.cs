using ActorKube.Api.Errors;

namespace ActorKube.Api.Apps;

internal static class DaemonSetStatusValidation
{
    private static readonly FieldPath Path = FieldPath.Of("status");

    public static void Validate(DaemonSet next, DaemonSet previous, FieldErrors errors)
    {
        var status = next.Status;
        FieldRules.NonNegative(status.CurrentNumberScheduled, Path.Child("currentNumberScheduled"), errors);
        FieldRules.NonNegative(status.NumberMisscheduled, Path.Child("numberMisscheduled"), errors);
        FieldRules.NonNegative(status.DesiredNumberScheduled, Path.Child("desiredNumberScheduled"), errors);
        FieldRules.NonNegative(status.NumberReady, Path.Child("numberReady"), errors);
        FieldRules.NonNegative(status.ObservedGeneration, Path.Child("observedGeneration"), errors);
        FieldRules.NonNegative(status.UpdatedNumberScheduled, Path.Child("updatedNumberScheduled"), errors);
        FieldRules.NonNegative(status.NumberAvailable, Path.Child("numberAvailable"), errors);
        FieldRules.NonNegative(status.NumberUnavailable, Path.Child("numberUnavailable"), errors);
        FieldRules.NonNegative(status.CollisionCount, Path.Child("collisionCount"), errors);
        FieldRules.CollisionCount(status.CollisionCount, previous.Status.CollisionCount, Path.Child("collisionCount"), errors);
    }
}
