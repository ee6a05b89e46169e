using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>How fast a workload is scaled up and down.</summary>
[ApiType("io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerBehavior")]
public sealed partial record HorizontalPodAutoscalerBehavior
{
    /// <summary>Rules for more Pods. By default no delay, and 4 Pods or a doubling every 15 s, whichever is more.</summary>
    [Field(1)]
    public HPAScalingRules? ScaleUp { get; init; }

    /// <summary>Rules for fewer Pods. By default down to the minimum, by the highest recommendation of the last 300 s.</summary>
    [Field(2)]
    public HPAScalingRules? ScaleDown { get; init; }
}
