namespace ActorKube.EndToEnd.Tests.Kills;

/// <summary>The same where one of three hosts is killed at a time: what it was about is taken over, or taken up again, and done once.</summary>
public sealed class ManyHostsKillTests(KilledHosts hosts) : IClassFixture<KilledHosts>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory(Timeout = 180_000)]
    [InlineData("Deployment")]
    [InlineData("StatefulSet")]
    [InlineData("DaemonSet")]
    [InlineData("ReplicaSet")]
    [InlineData("Job")]
    [InlineData("CronJob")]
    public async Task Workload_OneOfThreeHostsKilledAgainAndAgain_EndsAsIfItHadNotBeen(string kind)
    {
        using var limit = new CancellationTokenSource(Patience);
        Assert.Null(await hosts.DifferenceAsync(kind, limit.Token));
    }
}
