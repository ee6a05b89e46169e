using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <summary>Tells when a pod has run to its end.</summary>
internal static class PodCompletion
{
    /// <summary>All regular containers have ended for good, or an init container has failed for good.</summary>
    public static bool IsComplete(PodRecord record)
    {
        if (!record.IsQuiet)
        {
            return false;
        }

        var pod = record.Pod;
        return PodSpecs.Init(pod).Any(c => HasFailed(record, c)) || PodSpecs.Regular(pod).All(c => HasEnded(record, c));
    }

    /// <summary>A container that has run and won't run again.</summary>
    public static bool HasEnded(PodRecord record, Container container) =>
        record.Container(container.Name).Current is { HasExited: true } instance && !PodSpecs.Restarts(record.Pod, container, instance.ExitCode);

    private static bool HasFailed(PodRecord record, Container container) =>
        HasEnded(record, container) && record.Container(container.Name).Current is { Succeeded: false };
}
