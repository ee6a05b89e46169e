using System.Globalization;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;

/// <summary>What the kernel tells of containers without the engine's help: their first process, before the engine does, and what they have used.</summary>
internal sealed class Cgroups(string driver, string version)
{
    private const string Root = "/sys/fs/cgroup";
    private volatile string _parent = driver == "systemd" ? "/system.slice" : "/docker";

    /// <summary>Finds the engine's containers where one of them is: an engine that was started with a <c>--cgroup-parent</c> tells nobody.</summary>
    /// <param name="containerId">One without a cgroup parent of its own.</param>
    /// <param name="process">Of that container.</param>
    public void Learn(string containerId, int process)
    {
        try
        {
            Learn(containerId, File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/cgroup")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended; there will be others.
        }
    }

    /// <param name="lines">As of cgroups(7): hierarchy, controllers, path.</param>
    internal void Learn(string containerId, IEnumerable<string> lines)
    {
        var path = lines.Select(static l => l.Split(':', 3)).FirstOrDefault(p => p.Length == 3 && (version == "2" ? p[1].Length == 0 : p[1].Split(',').Contains("pids")))?[2];
        if (path?.EndsWith($"/{Name(containerId)}", StringComparison.Ordinal) == true)
        {
            _parent = path[..path.LastIndexOf('/')];
        }
    }

    /// <summary>
    /// First process of a container without a cgroup parent of its own (in a warm sandbox none has); null if it has none yet, or its cgroup is where this host can't see it.
    /// </summary>
    public int? FirstProcess(string containerId)
    {
        var path = $"{Directory(containerId)}/cgroup.procs";
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var reader = new StreamReader(path);
            return int.TryParse(reader.ReadLine(), NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : null;
        }
        catch (IOException)
        {
            // The container ended between the two looks: ENODEV or ENOENT.
            return null;
        }
    }

    /// <summary>What a container has used, by the kernel's own counters: a few small files, a tenth of a millisecond. Null if it doesn't run, or its cgroup is where this host can't see it.</summary>
    public ContainerUsage? Usage(string containerId, DateTimeOffset now)
    {
        try
        {
            return version == "2" ? UnifiedUsage(Directory(containerId), now) : SplitUsage(containerId, now);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The container ended between two looks, or never was there.
            return null;
        }
    }

    /// <summary>The engine's places. Version 1 has a tree per controller, of which <c>pids</c> is as good as any to find processes.</summary>
    internal string Directory(string containerId, string controller = "pids")
    {
        var root = version == "2" ? Root : $"{Root}/{controller}";
        return $"{root}{_parent}/{Name(containerId)}";
    }

    private string Name(string containerId) => driver == "systemd" ? $"docker-{containerId}.scope" : containerId;

    private static ContainerUsage UnifiedUsage(string directory, DateTimeOffset now)
    {
        var memory = KernelFiles.Number($"{directory}/memory.current");
        var inactive = KernelFiles.Field($"{directory}/memory.stat", "inactive_file");
        var microseconds = KernelFiles.Field($"{directory}/cpu.stat", "usage_usec");
        return Of(now, microseconds * 1000, memory, inactive, KernelFiles.Number($"{directory}/pids.current"));
    }

    private ContainerUsage SplitUsage(string containerId, DateTimeOffset now)
    {
        var memories = Directory(containerId, "memory");
        var memory = KernelFiles.Number($"{memories}/memory.usage_in_bytes");
        var inactive = KernelFiles.Field($"{memories}/memory.stat", "total_inactive_file");
        var nanoseconds = KernelFiles.Number($"{Directory(containerId, "cpuacct")}/cpuacct.usage");
        return Of(now, nanoseconds, memory, inactive, KernelFiles.Number($"{Directory(containerId)}/pids.current"));
    }

    private static ContainerUsage Of(DateTimeOffset now, long cpu, long memory, long inactive, long processes) =>
        new(now, cpu, memory, Math.Max(0, memory - inactive), processes);
}
