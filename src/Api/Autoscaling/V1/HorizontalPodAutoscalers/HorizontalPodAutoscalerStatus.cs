using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>What the autoscaler measured last, and how many Pods it wants.</summary>
[ApiType("io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerStatus")]
public sealed partial record HorizontalPodAutoscalerStatus
{
    /// <summary>The <c>metadata.generation</c> that the autoscaler last handled; below the present one, the status is out of date.</summary>
    [Field(1)]
    public long? ObservedGeneration { get; init; }

    /// <summary>When the number of Pods was last changed.</summary>
    [Field(2)]
    public DateTimeOffset? LastScaleTime { get; init; }

    /// <summary>Pods that the workload had when the autoscaler last looked.</summary>
    [Field(3, Required = true, Always = true)]
    public int CurrentReplicas { get; init; }

    /// <summary>Pods that the workload should have by the last calculation.</summary>
    [Field(4, Required = true, Always = true)]
    public int DesiredReplicas { get; init; }

    /// <summary>CPU use averaged over the Pods, as percent of what they request; 70 means that 70 % of it is in use.</summary>
    [Field(5)]
    public int? CurrentCPUUtilizationPercentage { get; init; }
}
