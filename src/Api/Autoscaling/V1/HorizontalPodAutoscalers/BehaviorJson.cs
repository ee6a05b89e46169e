using System.Text.Json;
using ActorKube.Api.AutoscalingV2;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>The annotation with the behavior of an autoscaler. Its names are those of Go's fields: it was never given JSON names.</summary>
internal static class BehaviorJson
{
    public static string? Write(HorizontalPodAutoscalerBehavior? behavior) => behavior is null ? null : AnnotationJson.Write(writer =>
    {
        writer.WriteStartObject();
        Write(writer, "ScaleUp", behavior.ScaleUp);
        Write(writer, "ScaleDown", behavior.ScaleDown);
        writer.WriteEndObject();
    });

    public static HorizontalPodAutoscalerBehavior? Read(string? annotation) => AnnotationJson.Read(annotation, static element =>
    {
        var (up, down) = (element.Object("ScaleUp", ReadRules), element.Object("ScaleDown", ReadRules));
        return up is null && down is null ? null : new HorizontalPodAutoscalerBehavior { ScaleUp = up, ScaleDown = down };
    });

    private static void Write(Utf8JsonWriter writer, string name, HPAScalingRules? rules)
    {
        if (rules is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        WriteNumber(writer, "StabilizationWindowSeconds", rules.StabilizationWindowSeconds);
        writer.WriteString("SelectPolicy", rules.SelectPolicy);
        if (rules.Policies is null)
        {
            writer.WriteNull("Policies");
        }
        else
        {
            writer.WriteStartArray("Policies");
            foreach (var policy in rules.Policies)
            {
                writer.WriteStartObject();
                writer.WriteString("Type", policy.Type);
                writer.WriteNumber("Value", policy.Value);
                writer.WriteNumber("PeriodSeconds", policy.PeriodSeconds);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static HPAScalingRules ReadRules(JsonElement element) => new()
    {
        StabilizationWindowSeconds = element.Number("StabilizationWindowSeconds"),
        SelectPolicy = element.TextOrNull("SelectPolicy"),
        Policies = element.TryGet("Policies", out var policies) ? [.. policies.Value.EnumerateArray().Select(ReadPolicy)] : null,
    };

    private static HPAScalingPolicy ReadPolicy(JsonElement element) => new()
    {
        Type = element.Text("Type"),
        Value = element.Number("Value") ?? 0,
        PeriodSeconds = element.Number("PeriodSeconds") ?? 0,
    };
}
