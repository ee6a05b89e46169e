using System.Net.NetworkInformation;
using System.Net.Sockets;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent;
using ActorKube.NodeAgent.Probes;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition;

/// <summary>The node agent of a host, on the runtime that the host was started with.</summary>
internal static class NodeParts
{
    /// <param name="running">Takes note of the runtime, which is stopped after the agent.</param>
    public static NodeAgentService Create(HostSettings settings, ObjectCommands store, IEventRecorder events, ILoggerFactory logs, Func<IContainerRuntime, IContainerRuntime> running)
    {
        var runtime = running(RuntimeFactory.Create(settings, store.Time, logs));
        var options = new NodeAgentOptions
        {
            NodeName = RuntimeFactory.NodeName,
            DataDirectory = settings.DataDirectory,
            NodeAddresses = [Address()],
            ApiHost = Address(),
            ApiPort = settings.Port,
        };
        var surroundings = new NodeSurroundings
        {
            // Nothing answers where nothing runs.
            Network = settings.Runtime == "simulated" ? new HealthyProber() : new NetworkProber(store.Time),
            Random = new Random(),
        };
        return new NodeAgentService(options, store, runtime, events, surroundings, logs);
    }

    /// <summary>The first IPv4 address of the host that others can reach; 127.0.0.1 for a host without a network.</summary>
    private static string Address() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(i => i.OperationalStatus == OperationalStatus.Up && i.NetworkInterfaceType != NetworkInterfaceType.Loopback && !i.Name.StartsWith("docker", StringComparison.Ordinal) && !i.Name.StartsWith("veth", StringComparison.Ordinal) && !i.Name.StartsWith("br-", StringComparison.Ordinal))
        .SelectMany(i => i.GetIPProperties().UnicastAddresses)
        .Where(a => a.Address.AddressFamily == AddressFamily.InterNetwork)
        .Select(a => a.Address.ToString())
        .FirstOrDefault("127.0.0.1");
}
