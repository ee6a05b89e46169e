using ActorKube.Api.Core;
using ActorKube.Api.Quantities;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Containers;

/// <summary>Requests and limits as the kernel takes them. Pure. Follows the kubelet's cgroup arithmetic.</summary>
internal static class ResourceConfigs
{
    private const long MinimumShares = 2;
    private const long Period = 100_000;
    private const long MinimumQuota = 1_000;

    /// <param name="nodeMemory">Bytes of the node's memory.</param>
    public static ContainerResources Of(Pod pod, Container container, long nodeMemory)
    {
        var (requests, limits) = (container.Resources.Requests.OrEmpty(), container.Resources.Limits.OrEmpty());
        var cpuLimit = limits.GetValueOrDefault("cpu").MilliValue();
        var memoryLimit = limits.GetValueOrDefault("memory").Value();
        var cpuRequest = requests.TryGetValue("cpu", out var asked) ? asked.MilliValue() : cpuLimit;
        return new ContainerResources
        {
            // 100m is 102, nothing is 2.
            CpuShares = Math.Max(MinimumShares, cpuRequest * 1024 / 1000),

            // 500m is 50,000 of 100,000 microseconds.
            CpuQuotaMicroseconds = cpuLimit > 0 ? Math.Max(MinimumQuota, cpuLimit * Period / 1000) : null,
            CpuPeriodMicroseconds = cpuLimit > 0 ? Period : null,
            MemoryLimitBytes = memoryLimit > 0 ? memoryLimit : null,
            OomScoreAdjust = OomScore(pod, requests.GetValueOrDefault("memory"), nodeMemory),
        };
    }

    /// <summary>
    /// The more of its request a container uses, the earlier it goes: -997 for Guaranteed, 1000 for BestEffort; between them, 1000 less the permille of the node's
    /// memory that it asks for, within 3 and 999. 1 GiB of 8 GiB is 875.
    /// </summary>
    private static int OomScore(Pod pod, Quantity memoryRequest, long nodeMemory) => (pod.Status.QosClass ?? PodQos.Of(pod.Spec)) switch
    {
        QosClasses.Guaranteed => -997,
        QosClasses.BestEffort => 1000,
        _ => (int)Math.Clamp(1000 - (1000 * (double)memoryRequest.Value() / Math.Max(nodeMemory, 1)), 3, 999),
    };
}
