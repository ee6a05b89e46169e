using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

[ApiType("io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerSpec")]
public sealed partial record HorizontalPodAutoscalerSpec
{
    [Field(1, Required = true)]
    public CrossVersionObjectReference ScaleTargetRef { get; init; } = new();

    [Field(2)]
    public int? MinReplicas { get; init; }

    [Field(3, Required = true, Always = true)]
    public int MaxReplicas { get; init; }

    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<MetricSpec>? Metrics { get; init; }

    [Field(5)]
    public HorizontalPodAutoscalerBehavior? Behavior { get; init; }
}
