using System.Runtime.InteropServices;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;

/// <summary>The system calls that .NET has no name for.</summary>
internal static partial class Libc
{
    public const int CloneNewUts = 0x04000000;
    public const int CloneNewNet = 0x40000000;
    public const int Sigkill = 9;
    public const int ClockBoottime = 7;

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    public static partial int SetNamespace(SafeHandle descriptor, int kind);

    [LibraryImport("libc", EntryPoint = "sethostname", SetLastError = true)]
    public static partial int SetHostname(ReadOnlySpan<byte> name, nuint length);

    [LibraryImport("libc", EntryPoint = "gethostname", SetLastError = true)]
    public static partial int GetHostname(Span<byte> name, nuint length);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    public static partial int GetTime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    public struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
