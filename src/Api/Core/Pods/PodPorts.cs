namespace ActorKube.Api.Core;

/// <summary>A port of the host that a pod claims.</summary>
/// <param name="HostIP">The one address it is claimed on; 0.0.0.0 for all.</param>
public readonly record struct HostPort(string HostIP, string Protocol, int Port)
{
    public const string AnyAddress = "0.0.0.0";

    /// <summary>Two pods can't have both on one node.</summary>
    public bool ConflictsWith(HostPort other) =>
        Port == other.Port && Protocol == other.Protocol && (HostIP == other.HostIP || HostIP == AnyAddress || other.HostIP == AnyAddress);
}

/// <summary>Ports of the host that pods claim.</summary>
public static class PodPorts
{
    /// <summary>Those of the containers and sidecars: init containers that end claim none for good.</summary>
    public static IEnumerable<HostPort> HostPorts(PodSpec spec) =>
        from container in spec.Containers.OrEmpty().Concat(spec.InitContainers.OrEmpty().Where(PodContainers.IsSidecar))
        from port in container.Ports.OrEmpty()
        where port.HostPort > 0
        select new HostPort(port.HostIP ?? HostPort.AnyAddress, port.Protocol ?? Protocols.Tcp, port.HostPort);

    public static IEnumerable<HostPort> HostPorts(Pod pod) => HostPorts(pod.Spec);
}
