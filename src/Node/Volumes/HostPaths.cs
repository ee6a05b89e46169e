using ActorKube.Api.Core;
using ActorKube.NodeAgent.Sources;

namespace ActorKube.NodeAgent.Volumes;

/// <summary>Checks, and where the type says so makes, what a hostPath volume names.</summary>
internal static class HostPaths
{
    private const UnixFileMode DirectoryMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <exception cref="ConfigException">It isn't what the type says.</exception>
    public static void Prepare(HostPathVolumeSource source)
    {
        var path = source.Path;
        switch (source.Type)
        {
            case null or "":
                // The engine makes a directory where there is nothing.
                if (!Path.Exists(path))
                {
                    MakeDirectory(path);
                }

                break;
            case "DirectoryOrCreate":
                if (!Path.Exists(path))
                {
                    MakeDirectory(path);
                }

                Require(Directory.Exists(path), path, "a directory");
                break;
            case "Directory":
                Require(Directory.Exists(path), path, "a directory");
                break;
            case "FileOrCreate":
                if (!Path.Exists(path))
                {
                    File.Create(path).Dispose();
                }

                Require(File.Exists(path), path, "a file");
                break;
            case "File":
                Require(File.Exists(path), path, "a file");
                break;
            case "Socket":
                Require(IsSpecial(path), path, "a socket file");
                break;
            case "CharDevice":
                Require(IsSpecial(path), path, "a character device");
                break;
            case "BlockDevice":
                Require(IsSpecial(path), path, "a block device");
                break;
            default:
                throw new ConfigException($"{source.Type} is an invalid volume type");
        }
    }

    private static void MakeDirectory(string path)
    {
        Directory.CreateDirectory(path);
        Posix.SetMode(path, DirectoryMode);
    }

    private static bool IsSpecial(string path) => Path.Exists(path) && !Directory.Exists(path);

    private static void Require(bool condition, string path, string what)
    {
        if (!condition)
        {
            throw new ConfigException($"hostPath type check failed: {path} is not {what}");
        }
    }
}
