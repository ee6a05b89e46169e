using ActorKube.Benchmarks.Network;
using ActorKube.Tests.Lab;

namespace ActorKube.Benchmarks;

/// <summary>
/// The network of services and policies, in network namespaces: a node with two pods. Root only; takes about a minute. 10,000 services with 50,000 endpoints are there all the time, so what is
/// measured is measured with them; at the end 1,000 network policies, each for pods of this node, and 5,000 pods.
/// </summary>
internal static class NetworkBenchmark
{
    private const int Services = 10_000;
    private const int Endpoints = 5;
    private const int Changes = 300;
    private const int Rounds = 11;
    private const int Policies = 1000;
    private const int Pods = 5000;
    private const int Warming = 6;
    private static readonly TimeSpan DnsTime = TimeSpan.FromSeconds(3);

    public static async Task<SortedDictionary<string, double>> RunAsync(string[] args)
    {
        var requests = await IngressAsync();
        if (Options.Text(args, "--only") == "ingress")
        {
            return new SortedDictionary<string, double>(StringComparer.Ordinal) { ["ingress_rps_ratio"] = Math.Round(requests.Rate, 3), ["ingress_cpu_ratio"] = Math.Round(requests.Processor, 3) };
        }

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

        await using var dns = cluster.StartDns();
        var names = Enumerable.Range(0, Services).Select(ProxiedCluster.NameOf).ToList();
        await DnsLoad.RunAsync(dns.Address, names, DnsTime);
        var (queries, times) = await DnsLoad.RunAsync(dns.Address, names, DnsTime);
        Console.WriteLine($"The DNS answers {queries:0} questions a second, asked from the same machine.");

        await using var policed = await PolicedCluster.CreateAsync(lab, Policies, Pods);
        var (policies, policiesProcessor) = await policed.StartPoliciesAsync();
        Console.WriteLine($"{Policies} policies, {Pods} pods: in effect after {policies.TotalSeconds:0.00} s.");
        var policyChanges = new double[Changes];
        for (var i = 0; i < Changes; i++)
        {
            policyChanges[i] = (await policed.ChangeAsync(i)).TotalMilliseconds;
        }

        Array.Sort(policyChanges);
        return new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["dns_qps"] = Math.Round(queries),
            ["dns_ms_p99"] = Math.Round(Load.Percentile(times, 99), 2),
            ["program_10k_services_s"] = Math.Round(program.TotalSeconds, 2),
            ["program_10k_services_cpu_s"] = Math.Round(processor.TotalSeconds, 2),
            ["change_to_effect_ms_p50"] = Math.Round(Load.Percentile(changes, 50), 1),
            ["change_to_effect_ms_p99"] = Math.Round(Load.Percentile(changes, 99), 1),
            ["connect_rate_ratio"] = Math.Round(Load.Median(connects), 3),
            ["program_1k_policies_s"] = Math.Round(policies.TotalSeconds, 2),
            ["program_1k_policies_cpu_s"] = Math.Round(policiesProcessor.TotalSeconds, 2),
            ["policy_change_to_effect_ms_p50"] = Math.Round(Load.Percentile(policyChanges, 50), 1),
            ["policy_change_to_effect_ms_p99"] = Math.Round(Load.Percentile(policyChanges, 99), 1),
            ["throughput_ratio"] = Math.Round(Load.Median(streams), 3),
            ["ingress_rps_ratio"] = Math.Round(requests.Rate, 3),
            ["ingress_cpu_ratio"] = Math.Round(requests.Processor, 3),
        };
    }

    /// <summary>
    /// Requests a second through the ingress, as a part of those straight to the server behind it: the clients, the ingress and the server share the cores. Needs no rights. What the processor spends on
    /// a request tells the same if the cores are busy, and what else the machine does has less of a part in it.
    /// </summary>
    private static async Task<(double Rate, double Processor)> IngressAsync()
    {
        await using var test = await IngressUnderTest.StartAsync();
        var (rates, costs) = (new List<double>(), new List<double>());

        // The first rounds are for the code to be compiled as well as it will be.
        for (var i = -Warming; i < Rounds; i++)
        {
            var (direct, through) = (await RequestLoad.RunAsync(test.Backend), await RequestLoad.RunAsync(test.Ingress));
            Console.WriteLine($"Requests a second: {direct.PerSecond:0} to the server, {through.PerSecond:0} through the ingress; {direct.Microseconds:0} and {through.Microseconds:0} us of the processor for each.");
            if (i >= 0)
            {
                rates.Add(through.PerSecond / direct.PerSecond);
                costs.Add(direct.Microseconds / through.Microseconds);
            }
        }

        return (Load.Median(rates), Load.Median(costs));
    }
}
