using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.NodeAgent.Runtimes;
using NodeObject = ActorKube.Api.Core.Node;

namespace ActorKube.NodeAgent.PodNetworks;

/// <summary>
/// Sees to it that the node's pods are on a network with the addresses that the Node was given. Until they can be, the node says that it isn't ready. One call of
/// <see cref="EnsureAsync"/> at a time.
/// </summary>
internal sealed class PodNetworkKeeper(string nodeName, PodNetworkFacts facts, ObjectView view, IContainerRuntime runtime)
{
    private string? _engineProblem = "the node has no range of addresses for pods yet";

    /// <summary>What is in the way; null if nothing is. Thread-safe.</summary>
    public string? Problem => Volatile.Read(ref _engineProblem) ?? facts.Problem();

    /// <summary>Looks at the Node and makes the engine match. What fails is the <see cref="Problem"/>, until a later call succeeds.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (Range() is not { } cidr)
        {
            // Where the Node was deleted under its living host, its pods keep what they have.
            return;
        }

        try
        {
            await runtime.UsePodNetworkAsync(new PodNetworkConfig(cidr, facts.Mtu()), cancellationToken);
            Volatile.Write(ref _engineProblem, null);
        }
        catch (RuntimeException e)
        {
            Volatile.Write(ref _engineProblem, e.Message);
        }
    }

    /// <summary>IPv4.</summary>
    private string? Range() => view.Snapshot().Get(new ObjectKey("nodes", "", nodeName))?.Read<NodeObject>().Spec.PodCIDRs?.FirstOrDefault(static c => !c.Contains(':', StringComparison.Ordinal));
}
