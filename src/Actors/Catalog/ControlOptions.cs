using ActorKube.Actors.Autoscaling;
using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Actors.Networking;
using ActorKube.Actors.Networking.LoadBalancers;
using ActorKube.Actors.Nodes.PodCidrs;
using ActorKube.Actors.Rebalancing;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Metrics;
using ActorKube.Api.Tokens;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Membership;

namespace ActorKube.Actors.Catalog;

/// <summary>What the actors of a cluster are told at their start.</summary>
public sealed record ControlOptions
{
    /// <summary>PEM text by which pods know the API server; each namespace has it in a config map.</summary>
    public required string RootCertificates { get; init; }

    /// <summary>The hosts of the cluster; null for one that is alone.</summary>
    public IMembership? Membership { get; init; }

    /// <summary>See <see cref="MembershipOptions.SafeAfterDeath"/>.</summary>
    public TimeSpan SafeAfterDeath { get; init; } = new MembershipOptions().SafeAfterDeath;

    /// <summary>Where pods find the API server; null where there is none, as in simulations.</summary>
    public ApiServerAddress? ApiServer { get; init; }

    /// <summary>Cluster IP at which pods find the DNS of their node; null where there is none, as in simulations.</summary>
    public string? ClusterDns { get; init; }

    /// <summary>How pods are moved from over-full nodes, if anybody wants that.</summary>
    public RebalancingOptions Rebalancing { get; init; } = new();

    /// <summary>Makes the tokens that secrets hold.</summary>
    public required TokenIssuer Tokens { get; init; }

    public AutoscalingOptions Autoscaling { get; init; } = new();

    /// <summary>What nodes measure; null where nothing does, as in simulations.</summary>
    public IUsageReadings? Readings { get; init; }

    /// <summary>Numbers besides CPU and memory that autoscalers may follow; null for those of adapters that have registered the groups of metrics.</summary>
    public ICustomMetrics? CustomMetrics { get; init; }

    /// <summary>The way to servers behind APIServices; null where none can be reached, as in simulations.</summary>
    public IExtensionServers? Extensions { get; init; }

    /// <summary>Gives services of type LoadBalancer their addresses; null where nobody does, as in simulations.</summary>
    public ILoadBalancerProvider? LoadBalancer { get; init; }

    /// <summary>Addresses of which each node is given some for its pods; null where it isn't.</summary>
    public PodCidrPool? PodCidrs { get; init; }

    /// <summary>In whose name they write.</summary>
    public required WriteOptions Writes { get; init; }
}
