using ActorKube.NodeAgent.Docker;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Pool;

/// <summary>A running sandbox and what was learnt of it while there was time.</summary>
internal sealed record WarmSandbox(string Id, DateTimeOffset CreatedAt, IReadOnlyList<string> Addresses, SandboxFiles Files)
{
    public static WarmSandbox From(ContainerDetails details) =>
        new(details.Id, details.Created, details.NetworkSettings.Addresses(), SandboxFiles.From(details));
}

/// <summary>Files on the engine's host that the containers of a sandbox see in <c>/etc</c>.</summary>
internal sealed record SandboxFiles(string Hosts, string Hostname, string ResolvConf)
{
    /// <summary>Paths outside of the container's own directory, which the engine may show for a container on the host's network, are left out.</summary>
    public static SandboxFiles From(ContainerDetails details)
    {
        return new SandboxFiles(Own(details.HostsPath), Own(details.HostnamePath), Own(details.ResolvConfPath));

        string Own(string path) => path.Contains(details.Id, StringComparison.Ordinal) ? path : "";
    }
}
