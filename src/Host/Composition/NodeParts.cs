using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Host.Composition.Fleet;
using ActorKube.Host.Composition.Networking;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent;
using ActorKube.NodeAgent.Fencing;
using ActorKube.NodeAgent.PodNetworks;
using ActorKube.NodeAgent.Probes;
using ActorKube.Server.Tokens;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition;

/// <summary>The node agents of a host: its own, on the runtime that the host was started with, or those of the nodes that it simulates.</summary>
internal static class NodeParts
{
    /// <param name="running">Takes note of the runtime, which is stopped after the agent.</param>
    /// <param name="fencing">Null for a host that is alone.</param>
    public static INodeAgents Create(
        HostSettings settings, NodeNetwork network, ObjectCommands store, IEventRecorder events, TokenGrants tokens, ILoggerFactory logs, Func<IContainerRuntime, IContainerRuntime> running, NodeFencing? fencing)
    {
        if (settings.PlanFleet() is { Count: > 0 } fleet)
        {
            return new SimulatedFleet(new FleetParts(settings, (network.Api.Address.ToString(), network.Api.Port), store, events, new NodeFeed(store.View), logs), fleet);
        }

        var runtime = running(RuntimeFactory.Create(settings, store.Time, logs, store.View, network.Pods is not null));
        var options = new NodeAgentOptions
        {
            NodeName = settings.NodeName,
            DataDirectory = settings.DataDirectory,
            NodeAddresses = [settings.Address.ToString()],
            ApiHost = network.Api.Address.ToString(),
            ApiPort = network.Api.Port,
            Labels = settings.Labels,
            Annotations = new Dictionary<string, string?> { [NodeDns.Annotation] = network.Dns?.ToString() },
            ClusterDns = network.NameServers,
            ClusterDomain = settings.ClusterDomain,
            IsMember = fencing is not null,
            Fencing = fencing?.Options ?? new FencingOptions(),
        };
        var isSimulated = settings.Runtime == "simulated";
        var surroundings = new NodeSurroundings
        {
            // Nothing answers where nothing runs, and nobody reads a token, which costs a signature.
            Network = isSimulated ? new HealthyProber() : new NetworkProber(store.Time),
            Random = new Random(),
            Tokens = isSimulated ? null : new LocalTokens(tokens),
            AliveFor = fencing?.AliveFor,
            Guard = fencing?.Lease,
            PodNetwork = network.Pods is { } pods ? new PodNetworkFacts(() => pods.Mtu, () => pods.Problem) : null,
            PodsOf = FleetParts.PodsByNode,
            Conditions = network.Conditions,
            Isolate = network.Policies is { } policies ? policies.IsolateAsync : null,
        };
        return new OwnNode(settings.NodeName, new NodeAgentService(options, store, runtime, events, surroundings, logs));
    }
}
