using ActorKube.Actors.Catalog;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Network.Policies;
using ActorKube.Server.Metrics;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition.Networking;

/// <summary>How a host enforces network policies.</summary>
internal static partial class NetworkPolicyParts
{
    /// <summary>Null for a host that enforces no policies: nothing runs in its pods where containers are simulated, unless it was asked for.</summary>
    /// <exception cref="ArgumentException">nftables was asked for and can't be had.</exception>
    public static NetworkPolicies? Create(HostSettings settings, ObjectCommands store, IEventRecorder events, ILoggerFactory logs)
    {
        if (settings.NetworkPolicy == "none" || (settings.NetworkPolicy == "auto" && settings.Runtime != "docker"))
        {
            if (settings.Runtime == "docker")
            {
                // What was enforced until now would go on with the pods of then.
                var log = logs.CreateLogger<NetworkPolicies>();
                NetworkPolicies.Remove(RuntimeFactory.NodeId(settings), log);
                LogNoPolicies(log);
            }

            return null;
        }

        try
        {
            var options = new NetworkPolicyOptions
            {
                NodeName = settings.NodeName,
                NodeId = RuntimeFactory.NodeId(settings),
                Mode = Enum.Parse<NetworkPolicyMode>(settings.NetworkPolicy, ignoreCase: true),
                PodsOfNode = static (view, node) => view.Lookup("pods", ViewIndexes.PodsByNode, node),
            };
            return NetworkPolicies.Create(options, store.View, events, store.Time, logs.CreateLogger<NetworkPolicies>());
        }
        catch (InvalidOperationException e)
        {
            throw new ArgumentException(e.Message, e);
        }
    }

    public static IEnumerable<Metric> Metrics(NetworkPolicyCounts? counts) => counts is null ? [] :
    [
        new("actorkube_network_policy_kernel", "gauge", "1 if network policies are enforced in the kernel, 0 if they are not enforced.", counts.IsKernel ? 1 : 0),
        new("actorkube_network_policy_policies", "gauge", "Policies that isolate pods of this node.", counts.Policies),
        new("actorkube_network_policy_isolated_pods", "gauge", "Pods of this node that some policy isolates.", counts.IsolatedPods),
        new("actorkube_network_policy_unprogrammed_policies", "gauge", "Policies of which something can't be programmed; each has a Warning Event.", counts.Unprogrammed),
        .. PlaneMetrics.Of("actorkube_network_policy", counts.Plane),
    ];

    [LoggerMessage(1, LogLevel.Information, "Network policies are not enforced on this node, by --network-policy none")]
    private static partial void LogNoPolicies(ILogger log);
}
