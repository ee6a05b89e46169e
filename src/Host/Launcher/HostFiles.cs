using System.Globalization;

namespace ActorKube.Host.Launcher;

/// <summary>The files by which the commands of the launcher and a running host know of each other.</summary>
internal sealed class HostFiles(string directory)
{
    public string Directory { get; } = directory;

    public string Log => Path.Combine(Directory, "actorkube.log");

    public string Kubeconfig => Path.Combine(Directory, "kubeconfig");

    private string PidFile => Path.Combine(Directory, "actorkube.pid");

    /// <summary>Process id of the running host; null where none runs.</summary>
    public int? RunningPid()
    {
        if (!File.Exists(PidFile) || !int.TryParse(File.ReadAllText(PidFile), NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
        {
            return null;
        }

        // A process that only has the same number has another command line.
        var commandLine = $"/proc/{pid}/cmdline";
        return File.Exists(commandLine) && File.ReadAllText(commandLine).Contains("serve", StringComparison.Ordinal) ? pid : null;
    }

    public void WritePid(int pid) => File.WriteAllText(PidFile, pid.ToString(CultureInfo.InvariantCulture));

    public void DeletePid() => File.Delete(PidFile);
}
