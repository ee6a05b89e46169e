using System.Diagnostics;
using System.Globalization;
using ActorKube.EndToEnd.Tests.Kubectl;

namespace ActorKube.EndToEnd.Tests.Examples;

/// <summary>What the samples of docs/workloads/strategies.md promise to clients, at every moment that is seen.</summary>
[Collection(nameof(KubectlHost))]
public sealed class StrategyTests(HostProcess host) : KubectlTest(host)
{
    private static readonly string Samples = Path.Combine(Repository.Folder, "samples");

    [Fact(Timeout = 180_000)]
    public async Task RollingUpdate_NewVersion_KeepsToItsBoundsAllTheTime()
    {
        await OkAsync($"apply -f {Samples}/rolling-update.yaml");
        await OkAsync("rollout status deployment/shop --timeout=90s");
        using var watch = Start("get deployment shop --watch -o \"jsonpath={.status.replicas} {.status.availableReplicas} {.metadata.annotations.done}{'\\n'}\"");
        try
        {
            Assert.Equal("4 4 ", await LineAsync(watch));
            await OkAsync("set env deployment/shop VERSION=2");
            await OkAsync("rollout status deployment/shop --timeout=90s");
            await OkAsync("annotate deployment shop done=yes");

            var most = 0;
            for (var line = await LineAsync(watch); !line.EndsWith("yes", StringComparison.Ordinal); line = await LineAsync(watch))
            {
                var counts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
                Assert.InRange(counts[1], 4, 5);
                most = Math.Max(most, counts[0]);
            }

            Assert.Equal(5, most);
        }
        finally
        {
            watch.Kill();
        }
    }

    [Fact(Timeout = 180_000)]
    public async Task Canary_Service_FindsBothVersionsInTheirProportion()
    {
        await OkAsync($"apply -f {Samples}/canary.yaml");
        await OkAsync("rollout status deployment/shop-stable --timeout=90s");
        await OkAsync("rollout status deployment/shop-canary --timeout=90s");

        Assert.Equal(["1", "1", "1", "2"], await VersionsAsync());
    }

    [Fact(Timeout = 180_000)]
    public async Task BlueGreen_Service_FindsOneVersionAndThenTheOther()
    {
        await OkAsync($"apply -f {Samples}/blue-green.yaml");
        await OkAsync("rollout status deployment/shop-blue --timeout=90s");
        await OkAsync("rollout status deployment/shop-green --timeout=90s");
        Assert.Equal(["1", "1", "1"], await VersionsAsync());

        await OkAsync("set selector service/shop app=shop,color=green");

        Assert.Equal(["2", "2", "2"], await VersionsAsync());
    }

    /// <summary>Of the pods that the service selects.</summary>
    private async Task<IEnumerable<string>> VersionsAsync()
    {
        var selector = await OkAsync("get service shop --no-headers -o wide");
        return (await OkAsync($"get pods -l {selector.Split(' ')[^1]} -o jsonpath={{.items[*].spec.containers[0].env[0].value}}")).Split(' ').Order(StringComparer.Ordinal);
    }

    private static async Task<string> LineAsync(Process process) =>
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("the watch has ended");
}
