using System.Text.Json;
using ActorKube.Api.AutoscalingV2;
using ActorKube.Api.Meta;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>The annotation with what metrics were last seen to be, in the shape that they had in v2beta1.</summary>
internal static class MetricStatusJson
{
    public static string? Write(IReadOnlyList<MetricStatus> metrics) => metrics.Count == 0 ? null : AnnotationJson.Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var metric in metrics)
        {
            Write(writer, metric);
        }

        writer.WriteEndArray();
    });

    public static IReadOnlyList<MetricStatus>? Read(string? annotation) => AnnotationJson.ReadList(annotation, static e => new MetricStatus
    {
        Type = e.Text("type"),
        Object = e.Object("object", static o => new ObjectMetricStatus
        {
            DescribedObject = o.Record<AutoscalingV2.CrossVersionObjectReference>("target") ?? new(),
            Metric = new() { Name = o.Text("metricName"), Selector = o.Record<LabelSelector>("selector") },
            Current = new() { Value = o.Amount("currentValue") ?? default, AverageValue = o.Amount("averageValue") },
        }),
        Pods = e.Object("pods", static p => new PodsMetricStatus
        {
            Metric = new() { Name = p.Text("metricName"), Selector = p.Record<LabelSelector>("selector") },
            Current = new() { AverageValue = p.Amount("currentAverageValue") ?? default },
        }),
        Resource = e.Object("resource", static r => new ResourceMetricStatus { Name = r.Text("name"), Current = ReadResource(r) }),
        ContainerResource = e.Object("containerResource", static r =>
            new ContainerResourceMetricStatus { Name = r.Text("name"), Container = r.Text("container"), Current = ReadResource(r) }),
        External = e.Object("external", static x => new ExternalMetricStatus
        {
            Metric = new() { Name = x.Text("metricName"), Selector = x.Record<LabelSelector>("metricSelector") },
            Current = new() { Value = x.Amount("currentValue") ?? default, AverageValue = x.Amount("currentAverageValue") },
        }),
    });

    private static void Write(Utf8JsonWriter writer, MetricStatus metric)
    {
        writer.WriteStartObject();
        writer.WriteString("type", metric.Type);
        if (metric.Object is { } o)
        {
            writer.WriteStartObject("object");
            writer.WriteOptional("target", o.DescribedObject);
            writer.WriteString("metricName", o.Metric.Name);
            writer.WriteOptional("currentValue", o.Current.Value ?? default);
            writer.WriteOptional("selector", o.Metric.Selector);
            writer.WriteOptional("averageValue", o.Current.AverageValue);
            writer.WriteEndObject();
        }

        if (metric.Pods is { } pods)
        {
            writer.WriteStartObject("pods");
            writer.WriteString("metricName", pods.Metric.Name);
            writer.WriteOptional("currentAverageValue", pods.Current.AverageValue ?? default);
            writer.WriteOptional("selector", pods.Metric.Selector);
            writer.WriteEndObject();
        }

        if (metric.Resource is { } resource)
        {
            WriteResource(writer, "resource", resource.Name, resource.Current, null);
        }

        if (metric.ContainerResource is { } container)
        {
            WriteResource(writer, "containerResource", container.Name, container.Current, container.Container);
        }

        if (metric.External is { } external)
        {
            writer.WriteStartObject("external");
            writer.WriteString("metricName", external.Metric.Name);
            writer.WriteOptional("metricSelector", external.Metric.Selector);
            writer.WriteOptional("currentValue", external.Current.Value ?? default);
            writer.WriteOptional("currentAverageValue", external.Current.AverageValue);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter writer, string name, string resource, MetricValueStatus current, string? container)
    {
        writer.WriteStartObject(name);
        writer.WriteString("name", resource);
        writer.WriteOptional("currentAverageUtilization", current.AverageUtilization);
        writer.WriteOptional("currentAverageValue", current.AverageValue ?? default);
        if (container is not null)
        {
            writer.WriteString("container", container);
        }

        writer.WriteEndObject();
    }

    private static MetricValueStatus ReadResource(JsonElement e) => new()
    {
        AverageUtilization = e.Number("currentAverageUtilization"),
        AverageValue = e.Amount("currentAverageValue") ?? default,
    };
}
