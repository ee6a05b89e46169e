using ActorKube.Api.AutoscalingV1;

namespace ActorKube.Api.AutoscalingV2;

internal static class HorizontalPodAutoscalerDefaults
{
    /// <summary>Utilisation of CPU, in percent of the request, at which an autoscaler without metrics aims.</summary>
    public const int CpuUtilization = 80;

    private static readonly HPAScalingRules ScaleUp = new()
    {
        StabilizationWindowSeconds = 0,
        SelectPolicy = "Max",
        Policies =
        [
            new() { Type = "Pods", Value = 4, PeriodSeconds = 15 },
            new() { Type = "Percent", Value = 100, PeriodSeconds = 15 },
        ],
    };

    private static readonly HPAScalingRules ScaleDown = new()
    {
        SelectPolicy = "Max",
        Policies = [new() { Type = "Percent", Value = 100, PeriodSeconds = 15 }],
    };

    /// <summary>The metric of an autoscaler that names none.</summary>
    public static MetricSpec CpuMetric(int utilization) => new()
    {
        Type = "Resource",
        Resource = new() { Name = "cpu", Target = new() { Type = "Utilization", AverageUtilization = utilization } },
    };

    public static HorizontalPodAutoscaler Apply(HorizontalPodAutoscaler value) => value with
    {
        // Only v1 says these things in annotations.
        Metadata = RoundTripAnnotations.Remove(value.Metadata),
        Spec = value.Spec with
        {
            MinReplicas = value.Spec.MinReplicas ?? 1,
            Metrics = value.Spec.Metrics is { Count: > 0 } metrics ? metrics : [CpuMetric(CpuUtilization)],
            Behavior = value.Spec.Behavior is { } behavior
                ? new() { ScaleUp = Merge(behavior.ScaleUp, ScaleUp), ScaleDown = Merge(behavior.ScaleDown, ScaleDown) }
                : null,
        },
    };

    private static HPAScalingRules Merge(HPAScalingRules? rules, HPAScalingRules defaults) => new()
    {
        SelectPolicy = rules?.SelectPolicy ?? defaults.SelectPolicy,
        StabilizationWindowSeconds = rules?.StabilizationWindowSeconds ?? defaults.StabilizationWindowSeconds,
        Policies = rules?.Policies ?? defaults.Policies,
    };
}
