using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ActorKube.NodeAgent.Volumes;

/// <summary>The few system calls on files that .NET doesn't have.</summary>
internal static partial class Posix
{
    private const int Detach = 2;

    private const int NotPermitted = 1;

    /// <summary>Permission bits of a file or directory, of what a link leads to.</summary>
    public static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    public static void SetMode(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        File.SetUnixFileMode(path, mode);
    }

    /// <summary>Mounts memory; false if the process has no right to.</summary>
    public static bool TryMountTmpfs(string path, string options)
    {
        if (Mount("tmpfs", path, "tmpfs", 0, options) == 0)
        {
            return true;
        }

        var error = Marshal.GetLastPInvokeError();
        return error == NotPermitted ? false : throw new IOException($"mounting a tmpfs on {path}: {new Win32Exception(error).Message}");
    }

    /// <summary>Unmounts, also while somebody still looks into it. Not mounted is no error.</summary>
    public static void Unmount(string path) => _ = Unmount2(path, Detach);

    /// <summary>Renames over what is there, symbolic links themselves included.</summary>
    public static void Rename(string from, string to)
    {
        if (RenameFile(from, to) != 0)
        {
            throw new IOException($"renaming {from} to {to}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        }
    }

    /// <summary>Gives the path, not what a link leads to, to a group; false without the right.</summary>
    public static bool TryChangeGroup(string path, uint group) => LChown(path, uint.MaxValue, group) == 0;

    [LibraryImport("libc", EntryPoint = "mount", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Mount(string source, string target, string type, nuint flags, string data);

    [LibraryImport("libc", EntryPoint = "umount2", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Unmount2(string target, int flags);

    [LibraryImport("libc", EntryPoint = "rename", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int RenameFile(string from, string to);

    [LibraryImport("libc", EntryPoint = "lchown", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int LChown(string path, uint owner, uint group);
}
