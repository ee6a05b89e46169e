using System.Security.Cryptography;
using System.Text;
using ActorKube.Engine.Views;
using ActorKube.Host.Composition.Usage;
using ActorKube.Network.Pods;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Runtimes.DockerEngine;
using ActorKube.NodeAgent.Runtimes.Simulated;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition;

/// <summary>The container runtime that a host is started with.</summary>
internal static class RuntimeFactory
{
    /// <param name="view">Where pods say what they use; not needed for what is only purged.</param>
    /// <param name="hasPodNetwork">Pods are on a bridge of the node's own, not on the engine's.</param>
    public static IContainerRuntime Create(HostSettings settings, TimeProvider time, ILoggerFactory logs, ObjectView? view = null, bool hasPodNetwork = false) => settings.Runtime switch
    {
        "simulated" => new SimulatedRuntime(new SimulatedRuntimeOptions { Usage = (pod, container) => view is null ? default : SimulatedUsage.Of(view.Snapshot(), pod, container) }, time),
        _ => new DockerRuntime(new DockerRuntimeOptions { NodeId = NodeId(settings), PodBridge = hasPodNetwork ? PodNetworkOptions.BridgeOf(NodeId(settings)) : null }, time, new Random(), logs.CreateLogger<DockerRuntime>()),
    };

    /// <summary>Tells the containers of this cluster from those of another one on the same engine: the node's name and a digest of the data folder's path.</summary>
    public static string NodeId(HostSettings settings)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings.DataDirectory)))[..8];
        return (settings.NodeName.Length > 54 ? settings.NodeName[..54].TrimEnd('-', '.') : settings.NodeName) + "-" + digest;
    }
}
