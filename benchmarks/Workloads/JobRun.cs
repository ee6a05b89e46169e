using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ActorKube.Benchmarks.Workloads;

/// <summary>An Indexed Job of so many completions, a hundred at a time, as many as fit on the simulated node.</summary>
internal static class JobRun
{
    private const int Parallelism = 100;
    private const string Jobs = "/apis/batch/v1/namespaces/default/jobs";

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Completions of a Job before the one that is measured, so that what is compiled while it runs counts in neither size.</summary>
    private const int WarmUp = 500;

    public static async Task<RunCost> RunAsync(HostUnderTest host, HttpClient client, int completions)
    {
        var counts = new PodCounts(Parallelism);
        var counted = "";
        var (clock, cpu) = (new Stopwatch(), 0.0);
        await using (await PodWatch.StartAsync(client, counts.See))
        {
            await CompleteAsync(client, "warm", WarmUp);
            clock.Start();
            cpu = host.CpuSeconds();
            counted = await CompleteAsync(client, "squares", completions);
            cpu = host.CpuSeconds() - cpu;
            clock.Stop();
        }

        string[] miscounted = counted == $"{completions}: 0-{completions - 1}" ? [] : [$"counted {counted}"];
        return new RunCost(clock.Elapsed.TotalSeconds, cpu, [.. counts.Violations, .. miscounted]);
    }

    /// <summary>Runs a Job to its end; says how many completions it counts, and which.</summary>
    private static async Task<string> CompleteAsync(HttpClient client, string name, int completions)
    {
        await Requests.EnsureAsync(client.PostAsync(Jobs, Requests.Json(Job(name, completions))));
        while (true)
        {
            await Task.Delay(Poll, TimeProvider.System);
            var status = JsonNode.Parse(await client.GetStringAsync($"{Jobs}/{name}"))!["status"]!;
            if (status["completionTime"] is not null)
            {
                return $"{status["succeeded"]}: {status["completedIndexes"]}";
            }
        }
    }

    private static string Job(string name, int completions) => $$$$$"""
        {"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"{{{{{name}}}}}"},"spec":{"completions":{{{{{completions}}}}},"parallelism":{{{{{Parallelism}}}}},"completionMode":"Indexed","template":{
          "metadata":{"annotations":{"simulated.actorkube.io/run-seconds":"0.5"}},
          "spec":{"restartPolicy":"Never","containers":[{"name":"square","image":"busybox:1"}]}}}}
        """;
}
