namespace ActorKube.NodeAgent.Registration;

/// <summary>How a host is now. Bytes; -1 where unknown.</summary>
internal sealed record HostPressure(long MemoryAvailable, long DiskAvailable, long DiskSize, long Processes, long ProcessLimit)
{
    /// <summary>A machine that has plenty of everything.</summary>
    public static HostPressure None(long diskSize) => new(-1, diskSize, diskSize, -1, -1);

    /// <param name="directory">On the disk that counts.</param>
    public static HostPressure Read(string directory)
    {
        var disk = new DriveInfo(directory);
        return new HostPressure(MemoryAvailableBytes(), disk.AvailableFreeSpace, disk.TotalSize, CountProcesses(), Number("/proc/sys/kernel/pid_max"));
    }

    private static long MemoryAvailableBytes()
    {
        const string field = "MemAvailable:";
        var line = File.Exists("/proc/meminfo") ? File.ReadLines("/proc/meminfo").FirstOrDefault(static l => l.StartsWith(field, StringComparison.Ordinal)) : null;
        return line?[field.Length..].Trim().Split(' ')[0] is { } kilobytes && long.TryParse(kilobytes, out var value) ? value * 1024 : -1;
    }

    /// <summary>Fourth field of loadavg: running/all.</summary>
    private static long CountProcesses() => File.Exists("/proc/loadavg") && File.ReadAllText("/proc/loadavg").Split(' ') is [_, _, _, var counts, ..]
        && long.TryParse(counts.Split('/')[^1], out var all) ? all : -1;

    private static long Number(string path) => File.Exists(path) && long.TryParse(File.ReadAllText(path), out var value) ? value : -1;
}
