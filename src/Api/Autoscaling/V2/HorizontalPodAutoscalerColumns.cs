using System.Globalization;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Api.AutoscalingV2;

internal static class HorizontalPodAutoscalerColumns
{
    /// <summary>The table of any version, by way of the stored one.</summary>
    public static IReadOnlyList<Column<T>> Of<T>(Func<T, HorizontalPodAutoscaler> stored)
        where T : IApiObject =>
    [
        Column<T>.NameColumn,
        new("Reference", "Object whose replicas are scaled.", o => $"{stored(o).Spec.ScaleTargetRef.Kind}/{stored(o).Spec.ScaleTargetRef.Name}"),
        new("Targets", "Metrics, what they are and what they should be.", o => MetricTexts.Of(stored(o))),
        new("MinPods", "Fewest replicas.", o => stored(o).Spec.MinReplicas?.ToString(CultureInfo.InvariantCulture) ?? "<unset>"),
        new("MaxPods", "Most replicas.", o => stored(o).Spec.MaxReplicas),
        new("Replicas", "Replicas that were last seen.", o => stored(o).Status.CurrentReplicas),
        Column<T>.AgeColumn,
    ];
}
