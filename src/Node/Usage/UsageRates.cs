using ActorKube.Api.Metrics;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Usage;

/// <summary>
/// From counters to rates. A container that had used 2 s of CPU time and 15 s later 5 s has used 3 s / 15 s = 200m. One that was not there before counts from its start. What can't be told
/// yet is left out, and with it its pod: half of a pod's use would be taken for all of it.
/// </summary>
internal static class UsageRates
{
    /// <summary>An older sample says nothing about now, nor does a start before that.</summary>
    public static readonly TimeSpan LongestWindow = TimeSpan.FromSeconds(90);

    /// <summary>Whether the two samples tell everything.</summary>
    public static bool IsComplete(UsageSample? before, UsageSample now)
    {
        var basis = Basis(before, now);
        return (now.Machine is null || basis?.Machine is not null) && now.Containers.All(c => Begin(basis, c.Key, c.Value, now.Time) is not null);
    }

    public static NodeReading Between(string node, UsageSample? before, UsageSample now)
    {
        var basis = Basis(before, now);
        PodReading[] pods =
        [
            .. now.Containers.GroupBy(static c => c.Value.Pod).Select(p => Pod(p.Key, [.. p], basis, now)).OfType<PodReading>()
                .OrderBy(static p => p.Namespace, StringComparer.Ordinal).ThenBy(static p => p.Name, StringComparer.Ordinal),
        ];
        return (now.Machine, basis?.Machine) is ({ } machine, { } earlier)
            ? new NodeReading(node, now.Time, machine.Time - earlier.Time, new ResourceUsage(Rate(machine.CpuNanoseconds - earlier.CpuNanoseconds, machine.Time - earlier.Time), machine.WorkingSetBytes), pods)
            {
                CpuTime = Time(machine.CpuNanoseconds),
            }
            : new NodeReading(node, now.Time, pods.Select(static p => p.Window).DefaultIfEmpty().Max(), Sum(pods.SelectMany(static p => p.Containers)), pods);
    }

    private static UsageSample? Basis(UsageSample? before, UsageSample now) => before is not null && now.Time > before.Time && now.Time - before.Time <= LongestWindow ? before : null;

    private static PodReading? Pod(PodIdentity pod, KeyValuePair<string, ContainerSample>[] containers, UsageSample? basis, UsageSample now)
    {
        var readings = new List<ContainerReading>();
        var longest = TimeSpan.Zero;
        foreach (var (id, container) in containers.OrderBy(static c => c.Value.Name, StringComparer.Ordinal))
        {
            if (Begin(basis, id, container, now.Time) is not { } begin)
            {
                return null;
            }

            var window = container.Usage.Time - begin.Time;
            longest = window > longest ? window : longest;
            readings.Add(new ContainerReading(container.Name, new ResourceUsage(Rate(container.Usage.CpuNanoseconds - begin.CpuNanoseconds, window), container.Usage.WorkingSetBytes))
            {
                CpuTime = Time(container.Usage.CpuNanoseconds),
                StartedAt = container.StartedAt,
            });
        }

        return new PodReading(pod.Namespace, pod.Name, pod.Uid, now.Time, longest, readings);
    }

    /// <summary>The moment from which a container's use is counted, and its CPU time then; null if there is none.</summary>
    private static (DateTimeOffset Time, long CpuNanoseconds)? Begin(UsageSample? basis, string id, ContainerSample container, DateTimeOffset now)
    {
        if (basis?.Containers.GetValueOrDefault(id) is { } earlier && container.Usage.Time > earlier.Usage.Time)
        {
            return (earlier.Usage.Time, earlier.Usage.CpuNanoseconds);
        }

        return container.StartedAt is { } start && start < container.Usage.Time && now - start <= LongestWindow ? (start, 0) : null;
    }

    /// <summary>In nanocores. A counter never goes back; if it does, it has begun anew.</summary>
    private static long Rate(long nanoseconds, TimeSpan window) => window <= TimeSpan.Zero ? 0 : (long)Math.Round(Math.Max(0, nanoseconds) / window.TotalSeconds);

    private static TimeSpan Time(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);

    private static ResourceUsage Sum(IEnumerable<ContainerReading> containers) => containers.Aggregate(default(ResourceUsage), static (sum, c) => sum + c.Usage);
}
