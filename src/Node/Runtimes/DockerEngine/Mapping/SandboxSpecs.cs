using System.Globalization;
using ActorKube.NodeAgent.Docker;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;

/// <summary>From a sandbox's configuration to the engine's.</summary>
internal static class SandboxSpecs
{
    // Just above the last to be killed; -998 is what kubelet gives its sandboxes.
    private const int OomScore = -998;

    /// <summary>Whether a sandbox of the pool can be the one: nothing is asked of it that is fixed when it is made.</summary>
    public static bool CanBeWarm(SandboxConfig config) =>
        config is { Ports.Count: 0, Sysctls.Count: 0, HostNetwork: false, HostPid: false, HostIpc: false, StrictHostname: false, CgroupParent: null };

    /// <summary>A sandbox for whichever pod comes.</summary>
    /// <param name="network">Name of the pods' network; null for the engine's default.</param>
    public static ContainerSpec Warm(string node, string image, bool canProtect, string? network = null) => new()
    {
        Image = image,
        Labels = new Dictionary<string, string> { [EngineLabels.Node] = node, [EngineLabels.Kind] = EngineLabels.SandboxKind, [EngineLabels.Warm] = "true" },
        HostConfig = Base(canProtect) with { NetworkMode = network, IpcMode = "shareable" },
    };

    /// <summary>A sandbox for one pod.</summary>
    /// <param name="network">Name of the pods' network; null for the engine's default.</param>
    public static ContainerSpec Cold(string node, string image, SandboxConfig config, bool canProtect, string? network = null) => new()
    {
        Image = image,
        Hostname = config.HostNetwork ? null : config.Hostname,
        Labels = new Dictionary<string, string>
        {
            [EngineLabels.Node] = node,
            [EngineLabels.Kind] = EngineLabels.SandboxKind,
            [EngineLabels.PodNamespace] = config.Pod.Namespace,
            [EngineLabels.PodName] = config.Pod.Name,
            [EngineLabels.PodUid] = config.Pod.Uid,
            [EngineLabels.Attempt] = config.Attempt.ToString(CultureInfo.InvariantCulture),
        },
        ExposedPorts = config.Ports.Count == 0 ? null : config.Ports.Select(PortName).Distinct().ToDictionary(p => p, _ => new Empty()),
        HostConfig = Base(canProtect) with
        {
            NetworkMode = config.HostNetwork ? "host" : network,
            PidMode = config.HostPid ? "host" : null,
            IpcMode = config.HostIpc ? "host" : "shareable",
            CgroupParent = config.CgroupParent,
            Sysctls = config.Sysctls.Count == 0 ? null : config.Sysctls,
            PortBindings = config.Ports.Count == 0 ? null : config.Ports.GroupBy(PortName).ToDictionary(g => g.Key, g => (IReadOnlyList<PortBinding>)[.. g.Select(Bind)]),
            Dns = config.Dns?.Servers,
            DnsSearch = config.Dns?.Searches,
            DnsOptions = config.Dns?.Options,
            ExtraHosts = config.HostAliases.Count == 0 ? null : [.. config.HostAliases.SelectMany(a => a.Names.Select(n => $"{n}:{a.Address}"))],
        },
    };

    private static HostConfig Base(bool canProtect) => new()
    {
        ReadonlyRootfs = true,
        CapDrop = ["ALL"],
        SecurityOpt = ["no-new-privileges"],
        LogConfig = new LogConfig("none"),
        OomScoreAdj = canProtect ? OomScore : null,
    };

    private static string PortName(PortMapping port) => string.Create(CultureInfo.InvariantCulture, $"{port.ContainerPort}/{port.Protocol.ToLowerInvariant()}");

    private static PortBinding Bind(PortMapping port) => new(port.HostAddress, port.HostPort.ToString(CultureInfo.InvariantCulture));
}
