namespace ActorKube.EndToEnd.Tests.Kills;

/// <summary>Jobs that run through all kills: each completion is counted once, and what is counted is what there is. With restarts in place no pod fails; without, each that was killed counts as failed.</summary>
/// <param name="losesNodes">Pods on a node that is lost are not kept: those that ran have failed, those that had ended are counted.</param>
internal sealed class JobTrial(bool losesNodes) : KillTrial
{
    private static readonly Sample[] Samples =
    [
        new("indexed", 120, 6, "Indexed", "OnFailure"),
        new("counted", 60, 3, "NonIndexed", "OnFailure"),
        new("replaced", 12, 1, "Indexed", "Never"),
    ];

    public override async Task BeginAsync(KubeApi api)
    {
        foreach (var (name, completions, parallelism, mode, policy) in Samples)
        {
            await api.CreateAsync($"{KubeApi.Batch}jobs", $$$"""
                {"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"{{{name}}}"},
                 "spec":{"completions":{{{completions}}},"parallelism":{{{parallelism}}},"completionMode":"{{{mode}}}","backoffLimit":1000,"template":{{{Template(name, 0, policy, EndsAfter("0.5"))}}}}}
                """);
        }
    }

    public override async Task<string?> DifferenceAsync(KubeApi api)
    {
        foreach (var sample in Samples)
        {
            if (await DifferenceAsync(api, sample) is { } difference)
            {
                return $"{sample.Name}: {difference}";
            }
        }

        return null;
    }

    private async Task<string?> DifferenceAsync(KubeApi api, Sample sample)
    {
        var status = (await api.GetAsync($"{KubeApi.Batch}jobs/{sample.Name}"))["status"]!;
        var pods = await api.PodsOfAsync(sample.Name);
        var succeeded = pods.Where(static p => Phase(p) == "Succeeded").ToList();
        return Compare("succeeded", sample.Completions, (int?)status["succeeded"] ?? 0)
            ?? Failures(pods.Count(static p => Phase(p) == "Failed"), (int?)status["failed"] ?? 0)
            ?? Successes(sample.Completions, succeeded.Count)
            ?? Compare("indexes", sample.Mode == "Indexed" ? $"0-{sample.Completions - 1}" : null, (string?)status["completedIndexes"])
            ?? Compare("pods that still run", 0, pods.Count(static p => Phase(p) is "Running" or "Pending"))
            ?? Compare("pods that are still tracked", 0, pods.Count(static p => p["metadata"]!["finalizers"] is not null))
            ?? (status["completionTime"] is null ? "it does not say that it is complete" : null);
    }

    private string? Successes(int counted, int kept) => losesNodes && kept < counted ? null : Compare("pods that succeeded", counted, kept);

    private string? Failures(int kept, int counted) => losesNodes && counted > kept ? null : Compare("failed", kept, counted);

    private sealed record Sample(string Name, int Completions, int Parallelism, string Mode, string Policy);
}
