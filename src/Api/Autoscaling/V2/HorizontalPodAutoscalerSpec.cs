using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Workload to scale, its bounds, metrics and pace.</summary>
[ApiType("io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerSpec")]
public sealed partial record HorizontalPodAutoscalerSpec
{
    /// <summary>Workload to scale, of any kind with a <c>scale</c> subresource.</summary>
    [Field(1, Required = true)]
    public CrossVersionObjectReference ScaleTargetRef { get; init; } = new();

    /// <summary>Fewest Pods; default 1. 0 needs a metric of type <c>Object</c> or <c>External</c>.</summary>
    [Field(2)]
    public int? MinReplicas { get; init; }

    /// <summary>Most Pods that scaling may make; not below <c>minReplicas</c>.</summary>
    [Field(3, Required = true, Always = true)]
    public int MaxReplicas { get; init; }

    /// <summary>Metrics, of which the one that asks for the most Pods wins; default is 80 % of requested CPU.</summary>
    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<MetricSpec>? Metrics { get; init; }

    /// <summary>How fast to scale up and down; moderate defaults apply when absent.</summary>
    [Field(5)]
    public HorizontalPodAutoscalerBehavior? Behavior { get; init; }
}
