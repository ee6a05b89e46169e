using ActorKube.Api.AutoscalingV2;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>The annotation with the conditions of an autoscaler.</summary>
internal static class ConditionJson
{
    public static string? Write(IReadOnlyList<HorizontalPodAutoscalerCondition> conditions) => conditions.Count == 0 ? null : AnnotationJson.Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var condition in conditions)
        {
            condition.Write(writer);
        }

        writer.WriteEndArray();
    });

    public static IReadOnlyList<HorizontalPodAutoscalerCondition>? Read(string? annotation) =>
        AnnotationJson.ReadList(annotation, static e => e.ToRecord<HorizontalPodAutoscalerCondition>());
}
