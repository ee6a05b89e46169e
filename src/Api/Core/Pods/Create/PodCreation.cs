namespace ActorKube.Api.Core;

/// <summary>What a pod is when it begins: without a history, with a quality of service, and with what its fields imply.</summary>
internal static class PodCreation
{
    public static Pod Prepare(Pod pod)
    {
        var prepared = pod with
        {
            Spec = MatchLabelKeys.Expand(PodFeatures.DropDisabled(pod.Spec), pod.Metadata.Labels),
            Status = new PodStatus { Phase = PodPhases.Pending, QosClass = PodQos.Of(pod.Spec) },
        };
        return AppArmorAnnotations.Sync(Gate(prepared));
    }

    /// <summary>A pod with scheduling gates says from the start that it isn't scheduled, and why.</summary>
    private static Pod Gate(Pod pod) => pod.Spec.SchedulingGates is not { Count: > 0 } ? pod : pod with
    {
        Status = pod.Status with
        {
            Conditions =
            [
                new PodCondition
                {
                    Type = PodConditions.Scheduled,
                    Status = ConditionStatus.False,
                    Reason = PodConditions.SchedulingGated,
                    Message = "Scheduling is blocked due to non-empty scheduling gates",
                    LastTransitionTime = pod.Metadata.CreationTimestamp,
                },
            ],
        },
    };
}
