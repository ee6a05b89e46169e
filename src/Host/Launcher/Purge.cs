using System.Diagnostics;
using ActorKube.Host.Composition;

namespace ActorKube.Host.Launcher;

/// <summary>Removes everything that a host has made: containers and data. What else is in the folder stays.</summary>
internal static class Purge
{
    private static readonly string[] Folders = ["pki", "pods"];
    private static readonly string[] Files = ["journal.db", "journal.db-wal", "journal.db-shm", "journal.db.lock", "kubeconfig", "actorkube.log", "actorkube.pid"];

    public static async Task RunAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        await new GuardFiles(settings.DataDirectory).DismissAsync(TimeProvider.System, cancellationToken).ConfigureAwait(false);
        if (settings.Runtime == "docker")
        {
            await using var runtime = RuntimeFactory.Create(settings, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
            await runtime.PurgeAsync(cancellationToken).ConfigureAwait(false);
        }

        await UnmountAsync(settings.DataDirectory, cancellationToken).ConfigureAwait(false);
        foreach (var folder in Folders.Select(f => Path.Combine(settings.DataDirectory, f)).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var file in Files.Concat(GuardFiles.Names).Select(f => Path.Combine(settings.DataDirectory, f)))
        {
            File.Delete(file);
        }

        File.Delete(RememberedSettings.PathIn(settings.DataDirectory));
        File.Delete(Path.Combine(settings.DataDirectory, "dockerd.log"));
        if (Directory.Exists(settings.DataDirectory) && !Directory.EnumerateFileSystemEntries(settings.DataDirectory).Any())
        {
            Directory.Delete(settings.DataDirectory);
        }
    }

    /// <summary>Unmounts the volumes that pods have in memory, innermost first.</summary>
    private static async Task UnmountAsync(string directory, CancellationToken cancellationToken)
    {
        var mounts = File.ReadLines("/proc/mounts").Select(l => l.Split(' ')[1]).Where(m => m.StartsWith(directory + "/", StringComparison.Ordinal)).Reverse().ToList();
        foreach (var mount in mounts)
        {
            using var unmount = Process.Start("/bin/umount", ["-l", mount]);
            await unmount.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
