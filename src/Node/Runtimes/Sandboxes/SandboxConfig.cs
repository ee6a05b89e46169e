namespace ActorKube.NodeAgent.Runtimes;

/// <summary>
/// What a pod's sandbox must be. It holds nothing but what the network namespace needs: a sandbox from the warm pool exists before its pod,
/// so labels and annotations of the pod have no place on it.
/// </summary>
public sealed record SandboxConfig
{
    public required PodIdentity Pod { get; init; }

    /// <summary>0 for the pod's first sandbox, one more for each that replaces a dead one.</summary>
    public int Attempt { get; init; }

    /// <summary>Host name of all containers in it, at most 63 characters. Ignored with <see cref="HostNetwork"/>.</summary>
    public required string Hostname { get; init; }

    /// <summary>
    /// The workload derives its identity from the host name (<c>spec.hostname</c> is set, as for StatefulSet pods): it must be right from the first instruction on,
    /// at the price of a start without the warm pool.
    /// </summary>
    public bool StrictHostname { get; init; }

    /// <summary>Domain after the host name in <c>/etc/hosts</c>, such as <c>web.default.svc.cluster.local</c>.</summary>
    public string? Domain { get; init; }

    public IReadOnlyList<PortMapping> Ports { get; init; } = [];

    /// <summary>Null: the engine's own.</summary>
    public DnsConfig? Dns { get; init; }

    public IReadOnlyList<HostAlias> HostAliases { get; init; } = [];

    /// <summary>Namespaced kernel parameters, such as <c>net.ipv4.ip_unprivileged_port_start</c>.</summary>
    public IReadOnlyDictionary<string, string> Sysctls { get; init; } = new Dictionary<string, string>();

    public bool HostNetwork { get; init; }

    public bool HostPid { get; init; }

    public bool HostIpc { get; init; }

    /// <summary>Containers see each other's processes, and the sandbox's process is pid 1 that reaps them.</summary>
    public bool ShareProcessNamespace { get; init; }

    /// <summary>Cgroup below which the pod's containers go, in the engine's notation; null for the engine's default.</summary>
    public string? CgroupParent { get; init; }
}

/// <summary>A port of the host that leads to one of the pod.</summary>
/// <param name="Protocol"><c>TCP</c>, <c>UDP</c> or <c>SCTP</c>.</param>
/// <param name="HostAddress">Null for every address of the host.</param>
public sealed record PortMapping(int ContainerPort, int HostPort, string Protocol = "TCP", string? HostAddress = null);

/// <summary>Contents of <c>/etc/resolv.conf</c>.</summary>
public sealed record DnsConfig(IReadOnlyList<string> Servers, IReadOnlyList<string> Searches, IReadOnlyList<string> Options);

/// <summary>One more line of <c>/etc/hosts</c>.</summary>
public sealed record HostAlias(string Address, IReadOnlyList<string> Names);
