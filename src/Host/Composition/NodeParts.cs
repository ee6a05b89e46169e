using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent;
using ActorKube.NodeAgent.Fencing;
using ActorKube.NodeAgent.Probes;
using ActorKube.Server.Tokens;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition;

/// <summary>The node agent of a host, on the runtime that the host was started with.</summary>
internal static class NodeParts
{
    /// <param name="running">Takes note of the runtime, which is stopped after the agent.</param>
    /// <param name="fencing">Null for a host that is alone.</param>
    public static NodeAgentService Create(
        HostSettings settings, ObjectCommands store, IEventRecorder events, TokenGrants tokens, ILoggerFactory logs, Func<IContainerRuntime, IContainerRuntime> running, NodeFencing? fencing)
    {
        var runtime = running(RuntimeFactory.Create(settings, store.Time, logs, store.View));
        var address = (settings.Advertise?.Address ?? HostAddress.First()).ToString();
        var options = new NodeAgentOptions
        {
            NodeName = settings.NodeName,
            DataDirectory = settings.DataDirectory,
            NodeAddresses = [address],
            ApiHost = address,
            ApiPort = settings.Port,
            Labels = settings.Labels,
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
        };
        return new NodeAgentService(options, store, runtime, events, surroundings, logs);
    }
}
