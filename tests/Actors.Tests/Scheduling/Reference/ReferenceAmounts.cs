using ActorKube.Api.Core;

namespace ActorKube.Actors.Tests.Scheduling.Reference;

/// <summary>What a pod asks for, played through container by container.</summary>
internal static class ReferenceAmounts
{
    public static IReadOnlyList<string> Resources { get; } = ["cpu", "memory", "example.com/gpu"];

    /// <summary>In thousandths: the most that is used at any time while it starts and runs.</summary>
    public static long Of(Pod pod, string resource)
    {
        var (most, sidecars) = (0L, 0L);
        foreach (var container in pod.Spec.InitContainers ?? [])
        {
            var asked = Of(container, resource);
            most = Math.Max(most, sidecars + asked);
            sidecars += container.RestartPolicy == "Always" ? asked : 0;
        }

        most = Math.Max(most, sidecars + pod.Spec.Containers!.Sum(c => Of(c, resource)));
        return most + (pod.Spec.Overhead?.TryGetValue(resource, out var overhead) == true ? overhead.MilliValue() : 0);
    }

    private static long Of(Container container, string resource) => container.Resources.Requests?.TryGetValue(resource, out var asked) == true ? asked.MilliValue() : 0;
}
