using System.Diagnostics;
using System.Globalization;
using ActorKube.Server.Discovery;

namespace ActorKube.Server.Metrics;

/// <summary>What the process uses, as the operating system and the runtime count it.</summary>
internal static class ProcessMetrics
{
    private const string Descriptors = "/proc/self/fd";

    public static void Write(MetricText page)
    {
        page.Begin("kubernetes_build_info", "gauge", "Version of Kubernetes whose API is served.");
        page.Sample("kubernetes_build_info", 1, ("git_version", VersionHandler.KubernetesVersion), ("major", "1"), ("minor", "32"));

        using var process = Process.GetCurrentProcess();
        page.Single("process_cpu_seconds_total", "counter", "Processor time, user and system.", process.TotalProcessorTime.TotalSeconds);
        page.Single("process_resident_memory_bytes", "gauge", "Memory in use, without what is swapped out.", process.WorkingSet64);
        page.Single("process_virtual_memory_bytes", "gauge", "Address space in use.", process.VirtualMemorySize64);
        page.Single("process_threads", "gauge", "Threads of the operating system.", process.Threads.Count);
        page.Single("process_start_time_seconds", "gauge", "Start of the process, in seconds since 1970.", Seconds(process.StartTime));
        if (Directory.Exists(Descriptors))
        {
            page.Single("process_open_fds", "gauge", "Open file descriptors.", Directory.EnumerateFileSystemEntries(Descriptors).Count());
        }

        WriteRuntime(page);
    }

    private static void WriteRuntime(MetricText page)
    {
        page.Single("dotnet_gc_heap_bytes", "gauge", "Managed objects, dead ones not yet collected included.", GC.GetTotalMemory(forceFullCollection: false));
        page.Single("dotnet_gc_pause_seconds_total", "counter", "Time for which garbage collections stopped the process.", GC.GetTotalPauseDuration().TotalSeconds);
        page.Begin("dotnet_gc_collections_total", "counter", "Garbage collections, by the oldest generation collected.");
        for (var generation = 0; generation <= GC.MaxGeneration; generation++)
        {
            page.Sample("dotnet_gc_collections_total", GC.CollectionCount(generation), ("generation", generation.ToString(CultureInfo.InvariantCulture)));
        }

        page.Single("dotnet_threadpool_threads", "gauge", "Threads of the thread pool.", ThreadPool.ThreadCount);
        page.Single("dotnet_threadpool_queue_length", "gauge", "Work that waits for a thread of the thread pool.", ThreadPool.PendingWorkItemCount);
    }

    private static double Seconds(DateTime local) => new DateTimeOffset(local).ToUnixTimeMilliseconds() / 1000.0;
}
