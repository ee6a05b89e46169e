using ActorKube.Api.Kinds;

namespace ActorKube.Api.Autoscaling;

/// <summary>The kinds of the group autoscaling, the preferred version first.</summary>
public static class AutoscalingKinds
{
    public static IReadOnlyList<Kind> All { get; } =
        [AutoscalingV2.HorizontalPodAutoscalerKind.Kind, AutoscalingV1.HorizontalPodAutoscalerKind.Kind];
}
