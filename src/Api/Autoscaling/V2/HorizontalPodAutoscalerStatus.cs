using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

[ApiType("io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerStatus")]
public sealed partial record HorizontalPodAutoscalerStatus
{
    [Field(1)]
    public long? ObservedGeneration { get; init; }

    [Field(2)]
    public DateTimeOffset? LastScaleTime { get; init; }

    [Field(3)]
    public int CurrentReplicas { get; init; }

    [Field(4, Required = true, Always = true)]
    public int DesiredReplicas { get; init; }

    [Field(5, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<MetricStatus>? CurrentMetrics { get; init; }

    [Field(6, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<HorizontalPodAutoscalerCondition>? Conditions { get; init; }
}
