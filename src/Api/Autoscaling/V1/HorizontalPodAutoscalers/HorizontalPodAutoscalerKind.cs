using ActorKube.Api.Kinds;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>The old version: it knows the utilisation of CPU, and carries everything else in annotations.</summary>
internal static class HorizontalPodAutoscalerKind
{
    public static readonly Kind<HorizontalPodAutoscaler> Kind = new()
    {
        Group = "autoscaling",
        Version = "v1",
        Name = "HorizontalPodAutoscaler",
        Plural = "horizontalpodautoscalers",
        ShortNames = ["hpa"],
        Categories = ["all"],
        HasStatus = true,
        StoredAs = AutoscalingV2.HorizontalPodAutoscalerKind.Kind,
        ConvertToStored = HorizontalPodAutoscalerConversion.ToV2,
        ConvertFromStored = static value => HorizontalPodAutoscalerConversion.FromV2((AutoscalingV2.HorizontalPodAutoscaler)value),
        OnDefault = static value => value with { Spec = value.Spec with { MinReplicas = value.Spec.MinReplicas ?? 1 } },
        OnCreate = static value => value with { Status = new() },
        OnUpdate = static (next, previous) => next with { Status = previous.Status },
        OnStatusUpdate = static (next, previous) => next with { Spec = previous.Spec },
        TableColumns = AutoscalingV2.HorizontalPodAutoscalerColumns.Of<HorizontalPodAutoscaler>(HorizontalPodAutoscalerConversion.ToV2),
    };
}
