using ActorKube.Api.Kinds;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>The version that is stored.</summary>
internal static class HorizontalPodAutoscalerKind
{
    public static readonly Kind<HorizontalPodAutoscaler> Kind = new()
    {
        Group = "autoscaling",
        Version = "v2",
        Name = "HorizontalPodAutoscaler",
        Plural = "horizontalpodautoscalers",
        ShortNames = ["hpa"],
        Categories = ["all"],
        HasStatus = true,
        OnDefault = HorizontalPodAutoscalerDefaults.Apply,
        OnCreate = static value => value with { Status = new() },
        OnUpdate = static (next, previous) => next with { Status = previous.Status },
        OnStatusUpdate = static (next, previous) => next with { Spec = previous.Spec },
        OnValidate = static (value, errors) => HorizontalPodAutoscalerValidation.Validate(value.Spec, errors, lowestMinimum: 1),
        OnValidateUpdate = HorizontalPodAutoscalerValidation.ValidateUpdate,
        OnValidateStatusUpdate = static (next, _, errors) => HorizontalPodAutoscalerValidation.ValidateStatus(next.Status, errors),
        TableColumns = HorizontalPodAutoscalerColumns.Of<HorizontalPodAutoscaler>(static value => value),
    };
}
