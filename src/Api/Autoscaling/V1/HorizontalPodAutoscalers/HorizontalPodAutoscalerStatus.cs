using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV1;

[ApiType("io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerStatus")]
public sealed partial record HorizontalPodAutoscalerStatus
{
    [Field(1)]
    public long? ObservedGeneration { get; init; }

    [Field(2)]
    public DateTimeOffset? LastScaleTime { get; init; }

    [Field(3, Required = true, Always = true)]
    public int CurrentReplicas { get; init; }

    [Field(4, Required = true, Always = true)]
    public int DesiredReplicas { get; init; }

    [Field(5)]
    public int? CurrentCPUUtilizationPercentage { get; init; }
}
