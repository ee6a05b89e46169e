using ActorKube.Api.AutoscalingV2;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>Between v1 and v2. The utilisation of CPU is a field in both; the rest of v2 becomes annotations of v1 and comes back from them.</summary>
internal static class HorizontalPodAutoscalerConversion
{
    public static AutoscalingV2.HorizontalPodAutoscaler ToV2(HorizontalPodAutoscaler value)
    {
        var annotations = value.Metadata.Annotations;
        return new()
        {
            ApiVersion = "autoscaling/v2",
            Kind = value.Kind,
            Metadata = RoundTripAnnotations.Remove(value.Metadata),
            Spec = new()
            {
                ScaleTargetRef = new() { Kind = value.Spec.ScaleTargetRef.Kind, Name = value.Spec.ScaleTargetRef.Name, ApiVersion = value.Spec.ScaleTargetRef.ApiVersion },
                MinReplicas = value.Spec.MinReplicas,
                MaxReplicas = value.Spec.MaxReplicas,
                Metrics = Metrics(value.Spec, annotations?.GetValueOrDefault(RoundTripAnnotations.Metrics)),
                Behavior = BehaviorJson.Read(annotations?.GetValueOrDefault(RoundTripAnnotations.Behavior)),
            },
            Status = new()
            {
                ObservedGeneration = value.Status.ObservedGeneration,
                LastScaleTime = value.Status.LastScaleTime,
                CurrentReplicas = value.Status.CurrentReplicas,
                DesiredReplicas = value.Status.DesiredReplicas,
                CurrentMetrics = MetricStatusJson.Read(annotations?.GetValueOrDefault(RoundTripAnnotations.CurrentMetrics)) ?? CpuStatus(value.Status),
                Conditions = ConditionJson.Read(annotations?.GetValueOrDefault(RoundTripAnnotations.Conditions)),
            },
        };
    }

    public static HorizontalPodAutoscaler FromV2(AutoscalingV2.HorizontalPodAutoscaler value) => new()
    {
        ApiVersion = "autoscaling/v1",
        Kind = value.Kind,
        Metadata = RoundTripAnnotations.Set(
            value.Metadata,
            (RoundTripAnnotations.Metrics, MetricSpecJson.Write([.. (value.Spec.Metrics ?? []).Where(m => !IsCpu(m))])),
            (RoundTripAnnotations.CurrentMetrics, MetricStatusJson.Write(value.Status.CurrentMetrics ?? [])),
            (RoundTripAnnotations.Behavior, BehaviorJson.Write(value.Spec.Behavior)),
            (RoundTripAnnotations.Conditions, ConditionJson.Write(value.Status.Conditions ?? []))),
        Spec = new()
        {
            ScaleTargetRef = new() { Kind = value.Spec.ScaleTargetRef.Kind, Name = value.Spec.ScaleTargetRef.Name, ApiVersion = value.Spec.ScaleTargetRef.ApiVersion },
            MinReplicas = value.Spec.MinReplicas,
            MaxReplicas = value.Spec.MaxReplicas,
            TargetCPUUtilizationPercentage = value.Spec.Metrics?.FirstOrDefault(IsCpu)?.Resource!.Target.AverageUtilization,
        },
        Status = new()
        {
            ObservedGeneration = value.Status.ObservedGeneration,
            LastScaleTime = value.Status.LastScaleTime,
            CurrentReplicas = value.Status.CurrentReplicas,
            DesiredReplicas = value.Status.DesiredReplicas,
            CurrentCPUUtilizationPercentage = value.Status.CurrentMetrics?
                .LastOrDefault(m => m is { Type: "Resource", Resource: { Name: "cpu", Current.AverageUtilization: not null } })?.Resource!.Current.AverageUtilization,
        },
    };

    /// <summary>The metrics of the annotation first, then the one of the field; the default if there are none.</summary>
    private static IReadOnlyList<MetricSpec> Metrics(HorizontalPodAutoscalerSpec spec, string? annotation)
    {
        var others = MetricSpecJson.Read(annotation) ?? [];
        return spec.TargetCPUUtilizationPercentage is { } utilization
            ? [.. others, HorizontalPodAutoscalerDefaults.CpuMetric(utilization)]
            : others.Count > 0 ? others : [HorizontalPodAutoscalerDefaults.CpuMetric(HorizontalPodAutoscalerDefaults.CpuUtilization)];
    }

    private static IReadOnlyList<MetricStatus>? CpuStatus(HorizontalPodAutoscalerStatus status) =>
        status.CurrentCPUUtilizationPercentage is { } utilization
            ? [new() { Type = "Resource", Resource = new() { Name = "cpu", Current = new() { AverageUtilization = utilization } } }]
            : null;

    private static bool IsCpu(MetricSpec metric) => metric is { Type: "Resource", Resource: { Name: "cpu", Target.AverageUtilization: not null } };
}
