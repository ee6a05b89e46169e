using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>Number of replicas that a workload should have.</summary>
[ApiType("io.k8s.api.autoscaling.v1.ScaleSpec")]
public sealed partial record ScaleSpec
{
    /// <summary>Number of replicas to run; absent means 0, so never leave it out by mistake.</summary>
    [Field(1)]
    public int Replicas { get; init; }
}
