using System.Net;
using ActorKube.Node.Runtimes;
using ActorKube.Node.Runtimes.DockerEngine;
using ActorKube.Node.Runtimes.Simulated;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition;

/// <summary>The container runtime that a host is started with.</summary>
internal static class RuntimeFactory
{
    public static IContainerRuntime Create(HostSettings settings, TimeProvider time, ILoggerFactory logs) => settings.Runtime switch
    {
        "simulated" => new SimulatedRuntime(new SimulatedRuntimeOptions(), time),
        _ => new DockerRuntime(new DockerRuntimeOptions { NodeId = NodeName }, time, new Random(), logs.CreateLogger<DockerRuntime>()),
    };

    /// <summary>The node's name: the host's, in lower case.</summary>
    public static string NodeName { get; } = Dns.GetHostName().ToLowerInvariant();
}
