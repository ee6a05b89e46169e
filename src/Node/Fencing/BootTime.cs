using ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;

namespace ActorKube.NodeAgent.Fencing;

/// <summary>
/// Time whose timestamps count from the start of the machine (CLOCK_BOOTTIME). All processes of a machine have the same, so that one can tell another a time; nobody can set it, as
/// the wall clock can be; and it counts a sleep of the machine, during which vouches run out, as CLOCK_MONOTONIC does not.
/// </summary>
public sealed class BootTime : TimeProvider
{
    public static BootTime Instance { get; } = new();

    /// <summary>Since the start of the machine.</summary>
    public TimeSpan Now => GetElapsedTime(0);

    public override long TimestampFrequency => 1_000_000_000;

    public override long GetTimestamp() => Libc.GetTime(Libc.ClockBoottime, out var time) == 0
        ? (time.Seconds * TimestampFrequency) + time.Nanoseconds
        : throw new PlatformNotSupportedException("the kernel has no CLOCK_BOOTTIME");
}
