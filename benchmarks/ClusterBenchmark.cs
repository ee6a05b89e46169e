using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ActorKube.Tests.Lab;
using ActorKube.Tests.Ports;

namespace ActorKube.Benchmarks;

/// <summary>
/// Three hosts that share a PostgreSQL on this machine, without containers, as <c>up --hosts 3</c> starts them: creating through all of them, and what they cost while nothing happens. The
/// load client runs on the same cores.
/// </summary>
internal static class ClusterBenchmark
{
    private const int Hosts = 3;
    private const int Clients = 32;
    private const int Creates = 20_000;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    public static async Task<SortedDictionary<string, double>> RunAsync(string[] args)
    {
        var directory = Directory.CreateTempSubdirectory("actorkube-bench-").FullName;
        try
        {
            await LaunchAsync("up", "--hosts", Hosts.ToString(CultureInfo.InvariantCulture), "--runtime", "simulated", "--data", directory, "--port", FreePorts.One().ToString(CultureInfo.InvariantCulture));
            return await MeasureAsync([.. Enumerable.Range(1, Hosts).Select(i => Path.Combine(directory, "hosts", $"host-{i}"))]);
        }
        finally
        {
            await LaunchAsync("down", "--purge", "--data", directory);
            if (Directory.Exists(directory))
            {
                Directory.Delete(directory, recursive: true);
            }
        }
    }

    private static async Task<SortedDictionary<string, double>> MeasureAsync(IReadOnlyList<string> hosts)
    {
        var clients = hosts.Select(static h => KubeconfigClient.Connect(Path.Combine(h, "kubeconfig"))).ToList();
        try
        {
            await Load.RunAsync(Clients, 3000, i => CreateAsync(clients[i % Hosts], $"warm-{i}"));
            var one = await Load.RunAsync(1, 1000, i => CreateAsync(clients[0], $"one-{i}"));
            var before = Cpu(hosts);
            var all = await Load.RunAsync(Clients, Creates, i => CreateAsync(clients[i % Hosts], $"many-{i}"));
            var spent = Cpu(hosts) - before;
            var reads = await Load.RunAsync(Clients, Creates, i => ReadAsync(clients[i % Hosts], $"many-{i}"));
            var latest = await Load.RunAsync(1, 2000, i => ReadAsync(clients[0], $"many-{i}"));
            var any = await Load.RunAsync(1, 2000, i => ReadAsync(clients[0], $"many-{i}?resourceVersion=0"));
            await Task.Delay(Settle, TimeProvider.System);
            var (cpu, revision) = (Cpu(hosts), await RevisionAsync(clients[0]));
            await Task.Delay(Idle, TimeProvider.System);
            return new(StringComparer.Ordinal)
            {
                ["configmap_create_rps_1"] = Math.Round(one.PerSecond),
                ["create_ms_p50"] = Math.Round(Load.Percentile(one.Milliseconds, 50), 3),
                ["configmap_create_rps_32"] = Math.Round(all.PerSecond),
                ["configmap_create_host_cpu_ms"] = Math.Round(spent / Creates * 1000, 3),
                ["get_rps_32"] = Math.Round(reads.PerSecond),
                ["get_ms_p50"] = Math.Round(Load.Percentile(latest.Milliseconds, 50), 3),
                ["get_any_ms_p50"] = Math.Round(Load.Percentile(any.Milliseconds, 50), 3),
                ["idle_core_percent"] = Math.Round((Cpu(hosts) - cpu) / Idle.TotalSeconds * 100, 2),
                ["idle_revisions_per_minute"] = await RevisionAsync(clients[0]) - revision,
            };
        }
        finally
        {
            clients.ForEach(static c => c.Dispose());
        }
    }

    private static Task CreateAsync(HttpClient client, string name) =>
        Requests.EnsureAsync(client.PostAsync("/api/v1/namespaces/default/configmaps", Requests.Json($$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{{name}}}"},"data":{"key":"value"}}""")));

    private static Task ReadAsync(HttpClient client, string name) => Requests.EnsureAsync(client.GetAsync($"/api/v1/namespaces/default/configmaps/{name}"));

    private static async Task<long> RevisionAsync(HttpClient client) =>
        long.Parse((string)JsonNode.Parse(await client.GetStringAsync("/api/v1/namespaces?limit=1"))!["metadata"]!["resourceVersion"]!, CultureInfo.InvariantCulture);

    /// <summary>Seconds that the hosts' processes have computed so far. Linux counts in hundredths.</summary>
    private static double Cpu(IReadOnlyList<string> hosts) => hosts.Sum(static host => HostUnderTest.CpuSeconds(File.ReadAllText(Path.Combine(host, "actorkube.pid")).Trim()));

    private static async Task LaunchAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(HostUnderTest.Program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"actorkube {string.Join(' ', arguments)}: {output}");
        }
    }
}
