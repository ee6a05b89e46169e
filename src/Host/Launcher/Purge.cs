using ActorKube.Host.Composition;
using ActorKube.Host.Composition.Networking;
using ActorKube.Host.Launcher.Clusters;
using ActorKube.Host.Launcher.Programs;
using ActorKube.Network.Policies;
using ActorKube.Network.Proxy;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Host.Launcher;

/// <summary>Removes everything that stopped hosts have made: containers and data. What else is in the folder stays.</summary>
internal static class Purge
{
    private static readonly string[] Folders = ["pki", "pods"];
    private static readonly string[] Files = ["journal.db", "journal.db-wal", "journal.db-shm", "journal.db.lock", "kubeconfig", "actorkube.log", "actorkube.pid", "dockerd.log"];

    public static async Task RunAsync(LocalCluster cluster, CancellationToken cancellationToken)
    {
        foreach (var host in cluster.Hosts)
        {
            await RunAsync(host, cancellationToken).ConfigureAwait(false);
        }

        if (cluster.Database is { } database)
        {
            await database.PurgeAsync(cancellationToken).ConfigureAwait(false);
        }

        // Last: as long as it is there, what a purge that was cut short has left can be purged.
        Delete(cluster.Directory, [.. Files, Path.GetFileName(ClusterNote.PathIn(cluster.Directory))]);
        DeleteIfEmpty(ClusterNote.HostsIn(cluster.Directory));
        DeleteIfEmpty(cluster.Directory);
    }

    /// <summary>What one host has made.</summary>
    public static async Task RunAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        var directory = settings.DataDirectory;
        await new GuardFiles(directory).DismissAsync(TimeProvider.System, cancellationToken).ConfigureAwait(false);
        if (settings.Runtime == "docker")
        {
            await using var runtime = RuntimeFactory.Create(settings, TimeProvider.System, NullLoggerFactory.Instance);
            await runtime.PurgeAsync(cancellationToken).ConfigureAwait(false);
        }

        PodNetworkParts.Remove(settings);
        if (settings.Proxy != "none")
        {
            await ServiceProxy.RemoveAsync(RuntimeFactory.NodeId(settings), NullLogger.Instance).ConfigureAwait(false);
        }

        if (settings.Runtime == "docker" || settings.NetworkPolicy == "nftables")
        {
            NetworkPolicies.Remove(RuntimeFactory.NodeId(settings), NullLogger.Instance);
        }

        await UnmountAsync(directory, cancellationToken).ConfigureAwait(false);
        foreach (var folder in Folders.Select(f => Path.Combine(directory, f)).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        Delete(directory, [.. Files, .. GuardFiles.Names, Path.GetFileName(SettingsFile.PathIn(directory))]);
        DeleteIfEmpty(directory);
    }

    private static void Delete(string directory, IEnumerable<string> names)
    {
        foreach (var file in names.Select(n => Path.Combine(directory, n)).Where(File.Exists))
        {
            File.Delete(file);
        }
    }

    private static void DeleteIfEmpty(string directory)
    {
        if (Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any())
        {
            Directory.Delete(directory);
        }
    }

    /// <summary>Unmounts the volumes that pods have in memory, innermost first; they outlive a host that was killed.</summary>
    private static async Task UnmountAsync(string directory, CancellationToken cancellationToken)
    {
        var mounts = File.ReadLines("/proc/self/mounts").Select(static l => Unescape(l.Split(' ')[1])).Where(m => m.StartsWith(directory + "/", StringComparison.Ordinal)).Reverse().ToList();
        foreach (var mount in mounts)
        {
            await Tool.RunAsync("/bin/umount", ["-l", mount], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The kernel writes blanks, and what else would break the line, as octal numbers.</summary>
    private static string Unescape(string path) =>
        path.Replace("\\040", " ", StringComparison.Ordinal).Replace("\\011", "\t", StringComparison.Ordinal).Replace("\\012", "\n", StringComparison.Ordinal).Replace("\\134", "\\", StringComparison.Ordinal);
}
