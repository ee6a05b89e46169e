using ActorKube.Tests.Engines;
using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>The sample of the README on three hosts, as its users see it: through a NodePort and an Ingress of each host.</summary>
[Collection(nameof(HostsCollection))]
public sealed class HostServiceTests(LabFixture fixture) : IAsyncLifetime
{
    private const int NodePort = 30080;
    private static readonly TimeSpan FailoverLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Lab Lab => fixture.Lab;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await fixture.RestoreAsync("app in (hello, hello-door)");

    [Fact(Timeout = 240_000)]
    public async Task Sample_OnEachHost_AnswersThroughARolloutAndAfterTheLossOfAHost()
    {
        var (witness, victim) = (Lab.Hosts[0], Lab.Hosts[2]);
        await witness.ApplyAsync(await SampleAsync());
        await witness.KubectlAsync("rollout", "status", "deployment/hello", "--timeout=120s");
        await using (var all = await RequestLoad.StartAsync(Doors(Lab.Hosts), Patience))
        {
            await witness.KubectlAsync("rollout", "restart", "deployment/hello");
            await witness.KubectlAsync("rollout", "status", "deployment/hello", "--timeout=120s");

            Assert.Equal([], all.Failures);
            Assert.All(all.Answers, static door => Assert.True(door.Value > 0, $"{door.Key} was never asked."));
        }

        await using var others = await RequestLoad.StartAsync(Doors(Lab.Hosts.Where(h => h != victim)), Patience);
        var lost = TimeProvider.System.GetUtcNow();
        await Lab.PowerOffAsync(victim);
        await Task.Delay(FailoverLimit + Watched, TimeProvider.System, Cancelled);

        var late = others.Failures.Where(f => f.At > lost + FailoverLimit);
        TestContext.Current.SendDiagnosticMessage($"{others.Failures.Count} requests failed, the last one {(others.Failures.LastOrDefault()?.At ?? lost) - lost} after the loss of the host.");
        Assert.Equal([], late);
    }

    private static IReadOnlyList<Uri> Doors(IEnumerable<LabHost> hosts) => [.. hosts.SelectMany(static h => new[] { new Uri($"http://{h.Machine.Address}:{NodePort}/"), new Uri($"http://{h.Machine.Address}/") })];

    private static async Task<string> SampleAsync() =>
        (await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "samples", "hello.yaml"), Cancelled)).Replace("actorkube/hello:1", TestImage.Name, StringComparison.Ordinal);
}
