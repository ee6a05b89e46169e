using System.Globalization;

namespace ActorKube.Host.Launcher;

/// <summary>The files by which the commands of the launcher and a running host know of each other.</summary>
internal sealed class HostFiles(string directory)
{
    public string Directory { get; } = directory;

    public string Log => Path.Combine(Directory, "actorkube.log");

    /// <summary>The last line of the log; empty without one.</summary>
    public string LastWords() => File.Exists(Log) ? File.ReadLines(Log).LastOrDefault("") : "";

    public string Kubeconfig => Path.Combine(Directory, "kubeconfig");

    public string PidFile => Path.Combine(Directory, "actorkube.pid");

    /// <summary>Process id of the running host; null where none runs.</summary>
    public int? RunningPid() => ReadPid() is { } pid && Serves(pid) ? pid : null;

    /// <summary>The id that was noted, whether or not such a process runs.</summary>
    public int? ReadPid() =>
        File.Exists(PidFile) && int.TryParse(File.ReadAllText(PidFile).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : null;

    public void WritePid(int pid) => File.WriteAllText(PidFile, pid.ToString(CultureInfo.InvariantCulture));

    public void DeletePid() => File.Delete(PidFile);

    /// <summary>Whether a command line, its folder being given relative to <paramref name="workingDirectory"/>, is that of a host of this directory. Pure.</summary>
    public bool IsHost(IReadOnlyList<string> commandLine, string workingDirectory)
    {
        if (!commandLine.Contains("serve"))
        {
            return false;
        }

        var data = commandLine.Zip(commandLine.Skip(1)).Where(static pair => pair.First == "--data").Select(static pair => pair.Second)
            .Concat(commandLine.Where(static a => a.StartsWith("--data=", StringComparison.Ordinal)).Select(static a => a["--data=".Length..])).FirstOrDefault();
        return data is null || Path.GetFullPath(data, workingDirectory) == Directory;
    }

    /// <summary>False for a process that is gone, or has ended and was not waited for yet, and for the kernel's own.</summary>
    public static bool HasProgram(int pid)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{pid}/exe", returnFinalTarget: false) is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A process that only has the same number, after a reboot perhaps another host's, has another command line.</summary>
    private bool Serves(int pid)
    {
        try
        {
            var commandLine = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);

            // A process in the middle of its exec has none.
            return commandLine.Length == 0
                ? HasProgram(pid)
                : IsHost(commandLine, System.IO.Directory.ResolveLinkTarget($"/proc/{pid}/cwd", returnFinalTarget: false)?.FullName ?? "/");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended, or is another user's.
            return false;
        }
    }
}
