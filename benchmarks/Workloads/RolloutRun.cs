using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ActorKube.Benchmarks.Workloads;

/// <summary>A rolling update of so many replicas, with the surge and the missing quarter that are usual, on nodes that run nothing.</summary>
internal static class RolloutRun
{
    private const string Deployments = "/apis/apps/v1/namespaces/default/deployments";

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Replicas that are updated before those that are measured, so that what is compiled meanwhile counts in neither size.</summary>
    private const int WarmUp = 200;

    public static async Task<RunCost> RunAsync(HostUnderTest host, HttpClient client, int replicas)
    {
        var counts = new PodCounts(replicas + ((replicas + 3) / 4));
        var (clock, cpu) = (new Stopwatch(), 0.0);
        await using (var nodes = await PretendedNodes.StartAsync(client, 2 * replicas))
        await using (await PodWatch.StartAsync(client, pod =>
        {
            counts.See(pod);
            nodes.See(pod);
        }))
        {
            await Requests.EnsureAsync(client.PostAsync(Deployments, Requests.Json(Deployment(WarmUp))));
            await UntilAsync(client, WarmUp);
            await UpdateAsync(client, "2", WarmUp);
            await Requests.EnsureAsync(client.PatchAsync($"{Deployments}/web", Requests.MergePatch($$$$"""{"spec":{"replicas":{{{{replicas}}}}}}""")));
            await UntilAsync(client, replicas);

            counts.Fewest = replicas - (replicas / 4);
            clock.Start();
            cpu = host.CpuSeconds();
            await UpdateAsync(client, "3", replicas);
            cpu = host.CpuSeconds() - cpu;
            clock.Stop();
        }

        return new RunCost(clock.Elapsed.TotalSeconds, cpu, counts.Violations);
    }

    private static async Task UpdateAsync(HttpClient client, string version, int replicas)
    {
        await Requests.EnsureAsync(client.PatchAsync($"{Deployments}/web", Requests.MergePatch($$$$$$"""{"spec":{"template":{"metadata":{"annotations":{"version":"{{{{{{version}}}}}}"}}}}}""")));
        await UntilAsync(client, replicas);
    }

    /// <summary>As <c>kubectl rollout status</c> waits.</summary>
    private static async Task UntilAsync(HttpClient client, int replicas)
    {
        while (true)
        {
            var deployment = JsonNode.Parse(await client.GetStringAsync($"{Deployments}/web"))!;
            var status = deployment["status"]!;
            if ((int?)status["observedGeneration"] == (int)deployment["metadata"]!["generation"]!
                && (int?)status["updatedReplicas"] == replicas && (int?)status["replicas"] == replicas && (int?)status["availableReplicas"] == replicas)
            {
                return;
            }

            await Task.Delay(Poll, TimeProvider.System);
        }
    }

    private static string Deployment(int replicas) => $$$$$"""
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"},"spec":{"replicas":{{{{{replicas}}}}},"selector":{"matchLabels":{"app":"web"}},"template":{
          "metadata":{"labels":{"app":"web"}},
          "spec":{"nodeSelector":{"{{{{{PretendedNodes.Label}}}}}":"true"},"containers":[{"name":"web","image":"busybox:1"}]}}}}
        """;
}
