using ActorKube.Actors.Autoscaling;
using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Actors.Networking;
using ActorKube.Actors.Networking.LoadBalancers;
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

    /// <summary>Pods of all workloads may be moved from over-full nodes, not only of those that ask for it.</summary>
    public bool Rebalance { get; init; }

    /// <summary>Makes the tokens that secrets hold.</summary>
    public required TokenIssuer Tokens { get; init; }

    public AutoscalingOptions Autoscaling { get; init; } = new();

    /// <summary>What nodes measure; null where nothing does, as in simulations.</summary>
    public IUsageReadings? Readings { get; init; }

    /// <summary>Numbers besides CPU and memory that autoscalers may follow; null for none.</summary>
    public ICustomMetrics? CustomMetrics { get; init; }

    /// <summary>Gives services of type LoadBalancer their addresses; null where nobody does, as in simulations.</summary>
    public ILoadBalancerProvider? LoadBalancer { get; init; }

    /// <summary>In whose name they write.</summary>
    public required WriteOptions Writes { get; init; }
}
