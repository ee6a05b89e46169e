using System.Globalization;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;

/// <summary>What this machine has used, by <c>proc(5)</c>: the same under both versions of cgroups.</summary>
internal static class HostUsage
{
    /// <summary>Times are shown in hundredths of a second (USER_HZ), whatever the kernel's own clock.</summary>
    private const long NanosecondsPerTick = 10_000_000;

    /// <summary>In <c>cpu user nice system idle iowait irq softirq ...</c>, after the name.</summary>
    private const int Idle = 3, IoWait = 4;

    /// <summary>Guest times, after the first eight, are part of user and nice already.</summary>
    private const int Counted = 8;

    /// <summary>Null where the kernel doesn't tell.</summary>
    public static MachineUsage? Read(DateTimeOffset now) =>
        File.Exists("/proc/stat") && File.Exists("/proc/meminfo") ? Of(File.ReadLines("/proc/stat").First(), File.ReadAllText("/proc/meminfo"), now) : null;

    /// <param name="stat">First line of <c>/proc/stat</c>.</param>
    internal static MachineUsage Of(string stat, string memory, DateTimeOffset now)
    {
        var ticks = stat.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(Counted).Where(static (_, i) => i is not (Idle or IoWait))
            .Sum(static t => long.Parse(t, CultureInfo.InvariantCulture));
        var used = Kilobytes(memory, "MemTotal") - Kilobytes(memory, "MemFree") - Kilobytes(memory, "Inactive(file)");
        return new MachineUsage(now, ticks * NanosecondsPerTick, Math.Max(0, used) * 1024);
    }

    private static long Kilobytes(string memory, string name) => KernelFiles.Field(memory, name, "/proc/meminfo");
}
