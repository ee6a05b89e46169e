namespace ActorKube.Api.Core;

/// <summary>How long a pod's containers have to end when the pod is deleted.</summary>
internal static class PodGrace
{
    /// <summary>Seconds: what the request says, else what the pod says. A pod without running containers needs none.</summary>
    public static long? Of(Pod pod, long? requested)
    {
        if (pod.Spec.NodeName is null || PodPhases.IsTerminal(pod.Status.Phase))
        {
            return 0;
        }

        var seconds = requested ?? pod.Spec.TerminationGracePeriodSeconds ?? 0;
        return seconds < 0 ? 1 : seconds;
    }
}
