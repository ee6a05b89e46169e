using System.Text.Json.Nodes;

namespace ActorKube.EndToEnd.Tests.Kills;

/// <summary>Three hosts of which one after the other, drawn at random, is killed (kill -9) and started again while workloads have something to do. Requests go to all of them in turn.</summary>
public sealed class KilledHosts : MemberHosts
{
    private const int Seed = 1;

    private readonly Random _random = new(Seed);
    private readonly KillTrials _trials;
    private int _turn;

    public KilledHosts() => _trials = new KillTrials(nodes: 3, _random);

    /// <summary>Some come back within the grace, and their pods stay; others don't, and theirs are replaced.</summary>
    protected override IReadOnlyList<string> MoreOptions => ["--restart-grace", "2"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await AwaitNodesAsync();
        await _trials.RunAsync(Connect, async () =>
        {
            var victim = Hosts[_random.Next(Hosts.Count)];
            await victim.KillAsync();
            await victim.StartAsync();
        });
    }

    /// <summary>What is not as it has to be in the end, after waiting for it; null when all is.</summary>
    public Task<string?> DifferenceAsync(string kind, CancellationToken limit) => _trials.DifferenceAsync(kind, Connect, limit);

    private KubeApi Connect() => new(Hosts[_turn++ % Hosts.Count].Connect());

    /// <summary>So that workloads begin on all of them.</summary>
    private async Task AwaitNodesAsync()
    {
        using var api = new KubeApi(Hosts[0].Connect());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await api.ListAsync("/api/v1/nodes")).Count(IsReady) < Hosts.Count)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private static bool IsReady(JsonNode node) => node["status"]?["conditions"]?.AsArray().Any(static c => (string?)c!["type"] == "Ready" && (string?)c["status"] == "True") == true;
}
