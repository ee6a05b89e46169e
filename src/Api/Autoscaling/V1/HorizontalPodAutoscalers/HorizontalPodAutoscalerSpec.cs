using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>Workload to scale, its bounds, and the CPU use to aim at.</summary>
[ApiType("io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerSpec")]
public sealed partial record HorizontalPodAutoscalerSpec
{
    /// <summary>Workload to scale, of any kind with a <c>scale</c> subresource.</summary>
    [Field(1, Required = true)]
    public CrossVersionObjectReference ScaleTargetRef { get; init; } = new();

    /// <summary>Fewest Pods that scaling may leave; default 1.</summary>
    [Field(2)]
    public int? MinReplicas { get; init; }

    /// <summary>Most Pods that scaling may make; not below <c>minReplicas</c>.</summary>
    [Field(3, Required = true, Always = true)]
    public int MaxReplicas { get; init; }

    /// <summary>CPU use to aim at, averaged over the Pods, as percent of what they request; absent takes the default policy, 80.</summary>
    [Field(4)]
    public int? TargetCPUUtilizationPercentage { get; init; }
}
