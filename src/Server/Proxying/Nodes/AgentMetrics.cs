using ActorKube.Api.Metrics;
using ActorKube.Server.Metrics;

namespace ActorKube.Server.Proxying.Nodes;

/// <summary>What a node and its pods use, under the names of the kubelet's <c>/metrics/resource</c>.</summary>
internal static class AgentMetrics
{
    public static MetricText Page(NodeReading reading)
    {
        var page = new MetricText();
        var containers = reading.Pods.SelectMany(static p => p.Containers.Select(c => (Pod: p, Container: c))).ToList();
        page.Begin("container_cpu_usage_seconds_total", "counter", "Processor time of the container since its start.");
        foreach (var (pod, container) in containers)
        {
            page.Sample("container_cpu_usage_seconds_total", container.CpuTime.TotalSeconds, Labels(pod, container));
        }

        page.Begin("container_memory_working_set_bytes", "gauge", "Working set of the container.");
        foreach (var (pod, container) in containers)
        {
            page.Sample("container_memory_working_set_bytes", container.Usage.MemoryBytes, Labels(pod, container));
        }

        page.Begin("container_start_time_seconds", "gauge", "Start of the container, in seconds since 1970.");
        foreach (var (pod, container) in containers.Where(static c => c.Container.StartedAt is not null))
        {
            page.Sample("container_start_time_seconds", container.StartedAt!.Value.ToUnixTimeMilliseconds() / 1000.0, Labels(pod, container));
        }

        if (reading.CpuTime is { } time)
        {
            page.Single("node_cpu_usage_seconds_total", "counter", "Processor time of the node since its start.", time.TotalSeconds);
        }

        page.Single("node_memory_working_set_bytes", "gauge", "Working set of the node.", reading.Usage.MemoryBytes);
        page.Begin("pod_cpu_usage_seconds_total", "counter", "Processor time of the containers of the pod that run.");
        foreach (var pod in reading.Pods)
        {
            page.Sample("pod_cpu_usage_seconds_total", pod.Containers.Sum(static c => c.CpuTime.TotalSeconds), ("namespace", pod.Namespace), ("pod", pod.Name));
        }

        page.Begin("pod_memory_working_set_bytes", "gauge", "Working set of the pod.");
        foreach (var pod in reading.Pods)
        {
            page.Sample("pod_memory_working_set_bytes", pod.Containers.Sum(static c => c.Usage.MemoryBytes), ("namespace", pod.Namespace), ("pod", pod.Name));
        }

        page.Single("resource_scrape_error", "gauge", "1 if there was an error while usage was read.", 0);
        return page;
    }

    private static (string Name, string Value)[] Labels(PodReading pod, ContainerReading container) => [("container", container.Name), ("namespace", pod.Namespace), ("pod", pod.Name)];
}
