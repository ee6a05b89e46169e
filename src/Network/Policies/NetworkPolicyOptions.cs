using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Network.Policies;

/// <summary>What the enforcement of a node's network policies is started with.</summary>
public sealed record NetworkPolicyOptions
{
    /// <summary>Name of the Node; pods that are bound to it are this node's.</summary>
    public required string NodeName { get; init; }

    /// <summary>Tells the tables of the nodes of one machine apart; letters, digits, '-' and '.'.</summary>
    public required string NodeId { get; init; }

    public NetworkPolicyMode Mode { get; init; }

    /// <summary>How often to look whether somebody else has changed the rules, and to try again what was refused; default 30 s. It costs next to nothing as long as nobody changes any.</summary>
    public TimeSpan CheckPeriod { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Finds the pods of a node; default: a look at all pods. With an index it costs what the node has.</summary>
    public Func<ViewSnapshot, string, IEnumerable<StoredObject>> PodsOfNode { get; init; } = static (view, node) => view.List(NetworkIndexes.Pods).Where(p => p.Read<Pod>().Spec.NodeName == node);

    /// <summary>The nftables table, of family <c>ip</c>.</summary>
    internal string Table => $"actorkube-policy-{NodeId}";
}
