namespace ActorKube.EndToEnd.Tests;

/// <summary>A host that is asked to end.</summary>
public sealed class StopTests(HostProcess host) : IClassFixture<HostProcess>
{
    private const int Limit = 60_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A watch that broke off would tell its client of a fault where there is none.</summary>
    [Fact(Timeout = Limit)]
    public async Task Stop_WatchIsOpen_EndsItInGoodOrder()
    {
        using var client = host.Client();
        await using var watch = await client.GetStreamAsync("/api/v1/namespaces?watch=true", Cancellation);
        using var lines = new StreamReader(watch);
        Assert.Contains("ADDED", await lines.ReadLineAsync(Cancellation), StringComparison.Ordinal);

        await host.StopAsync();

        while (await lines.ReadLineAsync(Cancellation) is { } line)
        {
            Assert.Contains("\"type\":", line, StringComparison.Ordinal);
        }
    }
}
