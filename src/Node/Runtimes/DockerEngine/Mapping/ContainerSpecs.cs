using System.Globalization;
using ActorKube.NodeAgent.Docker;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;

/// <summary>From a container's configuration to the engine's.</summary>
internal static class ContainerSpecs
{
    private const string LogFiles = "5";

    /// <param name="hostname">Host name that the container has to be given at its start; null if its sandbox's is right.</param>
    /// <param name="canProtect">The engine may lower the OOM score of a process.</param>
    public static ContainerSpec Build(string node, string sandboxId, SandboxConfig sandbox, ContainerConfig config, string? hostname, bool canProtect, long logFileBytes) => new()
    {
        Image = config.Image,
        User = SecuritySpecs.User(config.Security),
        Entrypoint = NullIfEmpty(config.Command),
        Cmd = NullIfEmpty(config.Args),
        Env = Environment(sandbox, config),
        WorkingDir = config.WorkingDirectory,
        Labels = Labels(node, sandboxId, sandbox, config, hostname),
        StopSignal = config.StopSignal,
        OpenStdin = config.Stdin,
        StdinOnce = config.StdinOnce,
        Tty = config.Tty,
        Healthcheck = Healthcheck.None,
        HostConfig = SecuritySpecs.Apply(config.Security, Resources(config.Resources, canProtect) with
        {
            NetworkMode = $"container:{sandboxId}",
            IpcMode = sandbox.HostIpc ? "host" : $"container:{sandboxId}",
            PidMode = sandbox.HostPid ? "host" : sandbox.ShareProcessNamespace ? $"container:{sandboxId}" : null,
            CgroupParent = sandbox.CgroupParent,
            Mounts = config.Mounts.Count == 0 ? null : [.. config.Mounts.Select(ToMount)],
            Devices = config.Devices.Count == 0 ? null : [.. config.Devices.Select(d => new Device(d.HostPath, d.ContainerPath, d.Permissions))],
            LogConfig = new LogConfig("json-file", new Dictionary<string, string>
            {
                ["max-size"] = logFileBytes.ToString(CultureInfo.InvariantCulture),
                ["max-file"] = LogFiles,
            }),
        }),
    };

    public static ResourceUpdate Update(ContainerResources resources) => new()
    {
        CpuShares = resources.CpuShares,
        CpuQuota = resources.CpuQuotaMicroseconds,
        CpuPeriod = resources.CpuPeriodMicroseconds,
        Memory = resources.MemoryLimitBytes,
        MemorySwap = resources.MemoryLimitBytes,
        CpusetCpus = resources.CpuSet,
        PidsLimit = resources.PidsLimit,
    };

    private static HostConfig Resources(ContainerResources resources, bool canProtect) => new()
    {
        CpuShares = resources.CpuShares,
        CpuQuota = resources.CpuQuotaMicroseconds,
        CpuPeriod = resources.CpuPeriodMicroseconds,
        Memory = resources.MemoryLimitBytes,

        // Memory and swap together: equal to memory alone, a container never swaps.
        MemorySwap = resources.MemoryLimitBytes,
        CpusetCpus = resources.CpuSet,
        PidsLimit = resources.PidsLimit,
        OomScoreAdj = resources.OomScoreAdjust is < 0 && !canProtect ? null : resources.OomScoreAdjust,
    };

    // The engine would set HOSTNAME to the sandbox's name.
    private static IReadOnlyList<string>? Environment(SandboxConfig sandbox, ContainerConfig config)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!sandbox.HostNetwork)
        {
            variables["HOSTNAME"] = sandbox.Hostname;
        }

        foreach (var variable in config.Environment)
        {
            variables[variable.Name] = variable.Value;
        }

        return variables.Count == 0 ? null : [.. variables.Select(v => $"{v.Key}={v.Value}")];
    }

    private static Dictionary<string, string> Labels(string node, string sandboxId, SandboxConfig sandbox, ContainerConfig config, string? hostname)
    {
        var labels = new Dictionary<string, string>(config.Labels, StringComparer.Ordinal)
        {
            [EngineLabels.Node] = node,
            [EngineLabels.Kind] = EngineLabels.ContainerKind,
            [EngineLabels.PodNamespace] = sandbox.Pod.Namespace,
            [EngineLabels.PodName] = sandbox.Pod.Name,
            [EngineLabels.PodUid] = sandbox.Pod.Uid,
            [EngineLabels.Container] = config.Name,
            [EngineLabels.Attempt] = config.Attempt.ToString(CultureInfo.InvariantCulture),
            [EngineLabels.SpecHash] = config.SpecHash,
            [EngineLabels.Sandbox] = sandboxId,
        };
        if (hostname is not null)
        {
            labels[EngineLabels.Hostname] = hostname;
        }

        return labels;
    }

    private static Mount ToMount(ContainerMount mount) => mount.HostPath is null
        ? new Mount
        {
            Type = "tmpfs",
            Target = mount.ContainerPath,
            ReadOnly = mount.ReadOnly,
            TmpfsOptions = new TmpfsOptions(mount.TmpfsSizeBytes, mount.TmpfsMode),
        }
        : new Mount
        {
            Type = "bind",
            Source = mount.HostPath,
            Target = mount.ContainerPath,
            ReadOnly = mount.ReadOnly,
            BindOptions = new BindOptions(mount.Propagation switch
            {
                MountPropagation.HostToContainer => "rslave",
                MountPropagation.Bidirectional => "rshared",
                _ => "rprivate",
            }),
        };

    private static IReadOnlyList<string>? NullIfEmpty(IReadOnlyList<string> list) => list.Count == 0 ? null : list;
}
