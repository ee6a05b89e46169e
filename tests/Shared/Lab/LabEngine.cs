using System.Diagnostics;
using System.Globalization;
using ActorKube.Tests.Engines;

namespace ActorKube.Tests.Lab;

/// <summary>The container engine of a machine: a dockerd with files of its own in the machine's namespace, and a control group that holds its containers.</summary>
internal sealed class LabEngine(LabMachine machine, string directory) : IAsyncDisposable
{
    private Process? _daemon;

    public string Endpoint => $"unix://{Socket}";

    public bool IsRunning => _daemon is { HasExited: false };

    private string Socket => Path.Combine(directory, "docker.sock");

    private string Log => Path.Combine(directory, "dockerd.log");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);

        // After a power failure nothing remembers processes. Here the dead may be about still, and pass for alive.
        DeleteIfThere(Path.Combine(directory, "docker.pid"));
        DeleteIfThere(Path.Combine(directory, "exec", "containerd", "containerd.pid"));

        string[] arguments =
        [
            "--host", Endpoint, "--data-root", Path.Combine(directory, "data"), "--exec-root", Path.Combine(directory, "exec"),
            "--pidfile", Path.Combine(directory, "docker.pid"), "--cgroup-parent", $"/{machine.Namespace}",
        ];
        _daemon = Command.Start("sh", ["-c", "exec \"$@\" >>\"$0\" 2>&1", Log, .. machine.Enter, "dockerd", .. arguments]);
        await TestEngine.WaitAsync(_daemon, Socket, Log, cancellationToken);
        await TestImage.EnsureAsync(Endpoint, cancellationToken);
    }

    /// <summary>Power off: everything of the machine ends at once, containers too, and nothing can say good-bye.</summary>
    public async Task PowerOffAsync()
    {
        // Again for what a process began while it was being looked for.
        while (await ProcessesAsync() is { Count: > 0 } processes)
        {
            await Command.RunAsync("sh", ["-c", "kill -KILL \"$@\" 2>/dev/null; true", "sh", .. processes.Select(static p => p.ToString(CultureInfo.InvariantCulture))]);
        }

        _daemon?.Dispose();
        _daemon = null;
    }

    public async ValueTask DisposeAsync()
    {
        await PowerOffAsync();
        foreach (var group in ControlGroups().SelectMany(static g => Directory.EnumerateDirectories(g, "*", SearchOption.AllDirectories).OrderDescending().Append(g)))
        {
            Directory.Delete(group);
        }

        await Mounts.RemoveAsync(directory);
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private async Task<IReadOnlyList<int>> ProcessesAsync()
    {
        var contained = ControlGroups()
            .SelectMany(static g => Directory.EnumerateFiles(g, "cgroup.procs", SearchOption.AllDirectories))
            .SelectMany(ReadOrNone)
            .Select(static p => int.Parse(p, CultureInfo.InvariantCulture))
            .ToList();
        return [.. (await machine.ProcessesAsync()).Concat(contained).Distinct().Where(static p => !IsZombie(p))];
    }

    /// <summary>The group may end while it is looked at.</summary>
    private static string[] ReadOrNone(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or IOException)
        {
            return [];
        }
    }

    /// <summary>One for each hierarchy of version 1, the one of version 2.</summary>
    private IEnumerable<string> ControlGroups() =>
        Directory.EnumerateDirectories("/sys/fs/cgroup").Append("/sys/fs/cgroup").Select(h => Path.Combine(h, machine.Namespace)).Where(Directory.Exists)
            .DistinctBy(static g => new DirectoryInfo(Path.GetDirectoryName(g)!).ResolveLinkTarget(true)?.FullName ?? Path.GetDirectoryName(g));

    /// <summary>Dead, and its parent hasn't asked yet.</summary>
    private static bool IsZombie(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/stat").Split(')')[^1].TrimStart().StartsWith('Z');
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or IOException)
        {
            return true;
        }
    }

    private static void DeleteIfThere(string file)
    {
        if (File.Exists(file))
        {
            File.Delete(file);
        }
    }
}
