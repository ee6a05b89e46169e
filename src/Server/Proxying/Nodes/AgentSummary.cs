using System.Text.Json;
using ActorKube.Api.Metrics;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Proxying.Nodes;

/// <summary>The kubelet's <c>/stats/summary</c>, as far as the agent measures: processor and memory.</summary>
internal static class AgentSummary
{
    public static ReadOnlyMemory<byte> Of(NodeReading reading) => Json.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("node");
        writer.WriteString("nodeName", reading.Node);
        WriteUsage(writer, reading.Time, reading.CpuTime, reading.Usage);
        writer.WriteEndObject();
        writer.WriteStartArray("pods");
        foreach (var pod in reading.Pods)
        {
            Write(writer, pod);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, PodReading pod)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("podRef");
        writer.WriteString("name", pod.Name);
        writer.WriteString("namespace", pod.Namespace);
        writer.WriteString("uid", pod.Uid);
        writer.WriteEndObject();
        writer.WriteStartArray("containers");
        foreach (var container in pod.Containers)
        {
            writer.WriteStartObject();
            writer.WriteString("name", container.Name);
            WriteStart(writer, container.StartedAt);
            WriteUsage(writer, pod.Time, container.CpuTime, container.Usage);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteStart(writer, pod.Containers.Min(static c => c.StartedAt));
        WriteUsage(
            writer, pod.Time, pod.Containers.Aggregate(TimeSpan.Zero, static (sum, c) => sum + c.CpuTime), pod.Containers.Aggregate(default(ResourceUsage), static (sum, c) => sum + c.Usage));
        writer.WriteEndObject();
    }

    private static void WriteStart(Utf8JsonWriter writer, DateTimeOffset? time)
    {
        if (time is { } start)
        {
            writer.WriteString("startTime", Text(start));
        }
    }

    private static void WriteUsage(Utf8JsonWriter writer, DateTimeOffset time, TimeSpan? cpuTime, ResourceUsage usage)
    {
        writer.WriteStartObject("cpu");
        writer.WriteString("time", Text(time));
        writer.WriteNumber("usageNanoCores", usage.CpuNanocores);
        if (cpuTime is { } sum)
        {
            writer.WriteNumber("usageCoreNanoSeconds", sum.Ticks * TimeSpan.NanosecondsPerTick);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("memory");
        writer.WriteString("time", Text(time));
        writer.WriteNumber("workingSetBytes", usage.MemoryBytes);
        writer.WriteEndObject();
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
