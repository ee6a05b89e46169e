using System.Globalization;
using System.Text.Json.Nodes;

namespace ActorKube.EndToEnd.Tests.Kills;

/// <summary>Several CronJobs that all run at each full minute: one Job each for every minute that has begun since, and each of these completes once.</summary>
internal sealed class CronJobTrial : KillTrial
{
    private static readonly string[] Names = ["cron-a", "cron-b", "cron-c", "cron-d", "cron-e"];

    /// <summary>Minutes since 1970, as the names of the Jobs end with.</summary>
    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 60;

    public override async Task BeginAsync(KubeApi api)
    {
        foreach (var name in Names)
        {
            var template = Template(name, 0, "OnFailure", EndsAfter("0.2"));
            await api.CreateAsync($"{KubeApi.Batch}cronjobs", $$$"""
                {"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"{{{name}}}"},
                 "spec":{"schedule":"* * * * *","successfulJobsHistoryLimit":100,"jobTemplate":{"spec":{"backoffLimit":1000,"template":{{{template}}} } } } }
                """);
        }
    }

    public override async Task<string?> DifferenceAsync(KubeApi api)
    {
        // No minute may begin between the list and what it is compared with.
        var (now, jobs) = (Now, await api.ListAsync($"{KubeApi.Batch}jobs"));
        foreach (var name in Names)
        {
            var created = (await api.GetAsync($"{KubeApi.Batch}cronjobs/{name}"))["metadata"]!["creationTimestamp"]!;
            var first = DateTimeOffset.Parse((string)created!, CultureInfo.InvariantCulture).ToUnixTimeSeconds() / 60;
            var own = jobs.Where(j => (string?)j["metadata"]!["ownerReferences"]?[0]?["name"] == name).ToList();
            var wanted = Enumerable.Range(1, (int)(now - first)).Select(i => string.Create(CultureInfo.InvariantCulture, $"{name}-{first + i}"));
            if ((Compare("jobs", wanted, own.Select(Name)) ?? own.Select(Unfinished).FirstOrDefault(static u => u is not null)) is { } difference)
            {
                return $"{name}: {difference}";
            }
        }

        return Now == now ? null : "a minute has begun meanwhile";
    }

    private static string? Unfinished(JsonNode job) => Compare(Name(job), 1, (int?)job["status"]!["succeeded"] ?? 0);
}
