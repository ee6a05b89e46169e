using System.Globalization;

namespace ActorKube.Host.Launcher;

/// <summary>The files by which the commands of the launcher and a running host know of each other.</summary>
internal sealed class HostFiles(string directory)
{
    public string Directory { get; } = directory;

    public string Log => Path.Combine(Directory, "actorkube.log");

    public string Kubeconfig => Path.Combine(Directory, "kubeconfig");

    public string PidFile => Path.Combine(Directory, "actorkube.pid");

    /// <summary>Process id of the running host; null where none runs.</summary>
    public int? RunningPid()
    {
        if (ReadPid() is not { } pid)
        {
            return null;
        }

        // A process that only has the same number has another command line.
        var commandLine = $"/proc/{pid}/cmdline";
        return File.Exists(commandLine) && File.ReadAllText(commandLine).Contains("serve", StringComparison.Ordinal) ? pid : null;
    }

    /// <summary>The id that was noted, whether or not such a process runs.</summary>
    public int? ReadPid() =>
        File.Exists(PidFile) && int.TryParse(File.ReadAllText(PidFile).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : null;

    public void DeletePid() => File.Delete(PidFile);
}
