using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>What the autoscaler measured last, and how many Pods it wants.</summary>
[ApiType("io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerStatus")]
public sealed partial record HorizontalPodAutoscalerStatus
{
    /// <summary>The <c>metadata.generation</c> that the autoscaler last handled; below the present one, the status is out of date.</summary>
    [Field(1)]
    public long? ObservedGeneration { get; init; }

    /// <summary>When the number of Pods was last changed.</summary>
    [Field(2)]
    public DateTimeOffset? LastScaleTime { get; init; }

    /// <summary>Pods that the workload had when the autoscaler last looked.</summary>
    [Field(3)]
    public int CurrentReplicas { get; init; }

    /// <summary>Pods that the workload should have by the last calculation.</summary>
    [Field(4, Required = true, Always = true)]
    public int DesiredReplicas { get; init; }

    /// <summary>Values of the metrics when the autoscaler last looked.</summary>
    [Field(5, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<MetricStatus>? CurrentMetrics { get; init; }

    /// <summary>Whether it can scale, does so, and is held by a bound.</summary>
    [Field(6, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<HorizontalPodAutoscalerCondition>? Conditions { get; init; }
}
