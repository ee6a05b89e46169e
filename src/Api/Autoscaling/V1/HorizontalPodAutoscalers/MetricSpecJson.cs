using System.Text.Json;
using ActorKube.Api.AutoscalingV2;
using ActorKube.Api.Meta;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>The annotation with the metrics that v1 has no field for, in the shape that metrics had in v2beta1.</summary>
internal static class MetricSpecJson
{
    public static string? Write(IReadOnlyList<MetricSpec> metrics) => metrics.Count == 0 ? null : AnnotationJson.Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var metric in metrics)
        {
            Write(writer, metric);
        }

        writer.WriteEndArray();
    });

    public static IReadOnlyList<MetricSpec>? Read(string? annotation) => AnnotationJson.ReadList(annotation, static e => new MetricSpec
    {
        Type = e.Text("type"),
        Object = e.Object("object", ReadObject),
        Pods = e.Object("pods", static p => new PodsMetricSource
        {
            Metric = new() { Name = p.Text("metricName"), Selector = p.Record<LabelSelector>("selector") },
            Target = new() { Type = "AverageValue", AverageValue = p.Amount("targetAverageValue") ?? default },
        }),
        Resource = e.Object("resource", static r => new ResourceMetricSource { Name = r.Text("name"), Target = ReadResourceTarget(r) }),
        ContainerResource = e.Object("containerResource", static r =>
            new ContainerResourceMetricSource { Name = r.Text("name"), Container = r.Text("container"), Target = ReadResourceTarget(r) }),
        External = e.Object("external", ReadExternal),
    });

    private static void Write(Utf8JsonWriter writer, MetricSpec metric)
    {
        writer.WriteStartObject();
        writer.WriteString("type", metric.Type);
        if (metric.Object is { } o)
        {
            writer.WriteStartObject("object");
            writer.WriteOptional("target", o.DescribedObject);
            writer.WriteString("metricName", o.Metric.Name);
            writer.WriteOptional("targetValue", o.Target.Value ?? default);
            writer.WriteOptional("selector", o.Metric.Selector);
            writer.WriteOptional("averageValue", o.Target.AverageValue);
            writer.WriteEndObject();
        }

        if (metric.Pods is { } pods)
        {
            writer.WriteStartObject("pods");
            writer.WriteString("metricName", pods.Metric.Name);
            writer.WriteOptional("targetAverageValue", pods.Target.AverageValue ?? default);
            writer.WriteOptional("selector", pods.Metric.Selector);
            writer.WriteEndObject();
        }

        if (metric.Resource is { } resource)
        {
            WriteResource(writer, "resource", resource.Name, resource.Target, null);
        }

        if (metric.ContainerResource is { } container)
        {
            WriteResource(writer, "containerResource", container.Name, container.Target, container.Container);
        }

        if (metric.External is { } external)
        {
            writer.WriteStartObject("external");
            writer.WriteString("metricName", external.Metric.Name);
            writer.WriteOptional("metricSelector", external.Metric.Selector);
            writer.WriteOptional("targetValue", external.Target.Value);
            writer.WriteOptional("targetAverageValue", external.Target.AverageValue);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter writer, string name, string resource, MetricTarget target, string? container)
    {
        writer.WriteStartObject(name);
        writer.WriteString("name", resource);
        writer.WriteOptional("targetAverageUtilization", target.AverageUtilization);
        writer.WriteOptional("targetAverageValue", target.AverageValue);
        if (container is not null)
        {
            writer.WriteString("container", container);
        }

        writer.WriteEndObject();
    }

    private static ObjectMetricSource ReadObject(JsonElement e) => new()
    {
        DescribedObject = e.Record<AutoscalingV2.CrossVersionObjectReference>("target") ?? new(),
        Metric = new() { Name = e.Text("metricName"), Selector = e.Record<LabelSelector>("selector") },
        Target = new()
        {
            Type = e.Amount("averageValue") is null ? "Value" : "AverageValue",
            Value = e.Amount("targetValue") ?? default,
            AverageValue = e.Amount("averageValue"),
        },
    };

    private static ExternalMetricSource ReadExternal(JsonElement e) => new()
    {
        Metric = new() { Name = e.Text("metricName"), Selector = e.Record<LabelSelector>("metricSelector") },
        Target = new()
        {
            Type = e.Amount("targetValue") is null ? "AverageValue" : "Value",
            Value = e.Amount("targetValue"),
            AverageValue = e.Amount("targetAverageValue"),
        },
    };

    private static MetricTarget ReadResourceTarget(JsonElement e) => new()
    {
        Type = e.Number("targetAverageUtilization") is null ? "AverageValue" : "Utilization",
        AverageUtilization = e.Number("targetAverageUtilization"),
        AverageValue = e.Amount("targetAverageValue"),
    };
}
