namespace ActorKube.EndToEnd.Tests.Kills;

/// <summary>A host that is killed (kill -9) again and again while workloads have something to do.</summary>
public sealed class KilledHost : HostProcess
{
    private const int Seed = 1;

    private readonly KillTrials _trials = new(nodes: 1, new Random(Seed));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await _trials.RunAsync(Connect, async () =>
        {
            await KillAsync();
            await StartAsync();
        });
    }

    /// <summary>What is not as it has to be in the end, after waiting for it; null when all is.</summary>
    public Task<string?> DifferenceAsync(string kind, CancellationToken limit) => _trials.DifferenceAsync(kind, Connect, limit);

    private KubeApi Connect() => new(Client());
}
