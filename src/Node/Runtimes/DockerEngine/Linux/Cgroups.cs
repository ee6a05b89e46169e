using System.Globalization;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;

/// <summary>Finds the processes of a container before the engine tells: its cgroup is there from the first moment on.</summary>
internal sealed class Cgroups(string driver, string version)
{
    private const string Root = "/sys/fs/cgroup";

    /// <summary>
    /// First process of a container without a cgroup parent of its own (in a warm sandbox none has); null if it has none yet, or its cgroup is where this host can't see it.
    /// </summary>
    public int? FirstProcess(string containerId)
    {
        var path = $"{Directory(containerId)}/cgroup.procs";
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var reader = new StreamReader(path);
            return int.TryParse(reader.ReadLine(), NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : null;
        }
        catch (IOException)
        {
            // The container ended between the two looks: ENODEV or ENOENT.
            return null;
        }
    }

    /// <summary>The engine's places. Version 1 has a tree per controller, of which <c>pids</c> is as good as any.</summary>
    internal string Directory(string containerId)
    {
        var root = version == "2" ? Root : $"{Root}/pids";
        return driver == "systemd" ? $"{root}/system.slice/docker-{containerId}.scope" : $"{root}/docker/{containerId}";
    }
}
