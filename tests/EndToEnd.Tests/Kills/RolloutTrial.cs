namespace ActorKube.EndToEnd.Tests.Kills;

/// <summary>A workload that is given a new template, or size, before each kill: in the end there are exactly the pods of the last one.</summary>
/// <param name="kind">A kind of apps/v1.</param>
/// <param name="resource">Its plural.</param>
/// <param name="pods">How many pods there are to be after so many rounds; on one node a DaemonSet has one.</param>
/// <param name="rolls">Whether the template changes.</param>
/// <param name="more">Fields of the spec besides template and replicas.</param>
internal sealed class RolloutTrial(string kind, string resource, Func<int, int> pods, bool rolls, string more = "") : KillTrial
{
    private readonly string _app = kind.ToLowerInvariant();
    private int _round;

    private string Path => $"{KubeApi.Apps}{resource}";

    private int Version => rolls ? _round : 0;

    private string Replicas => kind == "DaemonSet" ? "" : $"\"replicas\":{pods(_round)},";

    public override Task BeginAsync(KubeApi api) => api.CreateAsync(Path, $$$"""
        {"apiVersion":"apps/v1","kind":"{{{kind}}}","metadata":{"name":"{{{_app}}}"},
         "spec":{{{{Replicas}}}{{{more}}}"selector":{"matchLabels":{"app":"{{{_app}}}"}},"template":{{{Template(_app, Version)}}}}}
        """);

    public override Task ContinueAsync(KubeApi api, int round)
    {
        _round = round;
        return api.PatchAsync($"{Path}/{_app}", $$$"""{"spec":{{{{Replicas}}}"template":{{{Template(_app, Version)}}}}}""");
    }

    public override async Task<string?> DifferenceAsync(KubeApi api)
    {
        var found = await api.PodsOfAsync(_app);
        var (status, count) = ((await api.GetAsync($"{Path}/{_app}"))["status"]!, pods(_round));
        var reported = kind == "DaemonSet" ? (int?)status["numberReady"] : (int?)status["readyReplicas"];
        return Compare("pods", Enumerable.Repeat($"example/app:{Version}", count), found.Select(Image))
            ?? Compare("names", count, found.Select(Name).Distinct().Count())
            ?? Compare("pods that run", count, found.Count(static p => Phase(p) == "Running"))
            ?? Compare("ready by its status", count, reported ?? 0);
    }
}
