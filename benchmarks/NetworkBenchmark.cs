using ActorKube.Benchmarks.Network;
using ActorKube.Tests.Lab;

namespace ActorKube.Benchmarks;

/// <summary>
/// The network of services, in network namespaces: a node with two pods. Root only; takes about a minute. 10,000 services with 50,000 endpoints are there all the time, so what is measured is measured with them.
/// </summary>
internal static class NetworkBenchmark
{
    private const int Services = 10_000;
    private const int Endpoints = 5;
    private const int Changes = 300;
    private const int Rounds = 11;

    public static async Task<SortedDictionary<string, double>> RunAsync(string[] args)
    {
        await using var lab = await PodLab.CreateAsync(2);
        await using var cluster = await ProxiedCluster.CreateAsync(lab, Services, Endpoints);
        Console.WriteLine($"{Services} services with {Services * Endpoints} endpoints are in the view.");
        var (program, processor) = await cluster.StartProxyAsync();
        Console.WriteLine($"They are programmed after {program.TotalSeconds:0.00} s.");
        var changes = new double[Changes];
        for (var i = 0; i < Changes; i++)
        {
            changes[i] = (await cluster.ChangeAsync(i)).TotalMilliseconds;
        }

        Array.Sort(changes);
        Console.WriteLine($"A change takes effect after {Load.Percentile(changes, 50):0.0} ms in the median.");
        await cluster.ServeAsync(PodLab.AddressOf(1));
        var (connects, streams) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            // One after the other, in turns: what else the machine does hits both.
            var (direct, through) = (ConnectionLoad.ConnectsPerSecond(lab, ProxiedCluster.Pod), ConnectionLoad.ConnectsPerSecond(lab, ProxiedCluster.Service));
            connects.Add(through / direct);
            Console.WriteLine($"Connections a second: {direct:0} to the pod, {through:0} through the service.");
        }

        for (var i = 0; i < Rounds; i++)
        {
            var (direct, through) = (ConnectionLoad.BytesPerSecond(lab, ProxiedCluster.Pod), ConnectionLoad.BytesPerSecond(lab, ProxiedCluster.Service));
            streams.Add(through / direct);
            Console.WriteLine($"Megabytes a second: {direct / 1e6:0} to the pod, {through / 1e6:0} through the service.");
        }

        return new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["program_10k_services_s"] = Math.Round(program.TotalSeconds, 2),
            ["program_10k_services_cpu_s"] = Math.Round(processor.TotalSeconds, 2),
            ["change_to_effect_ms_p50"] = Math.Round(Load.Percentile(changes, 50), 1),
            ["change_to_effect_ms_p99"] = Math.Round(Load.Percentile(changes, 99), 1),
            ["connect_rate_ratio"] = Math.Round(Load.Median(connects), 3),
            ["throughput_ratio"] = Math.Round(Load.Median(streams), 3),
        };
    }
}
