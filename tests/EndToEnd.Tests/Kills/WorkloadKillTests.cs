namespace ActorKube.EndToEnd.Tests.Kills;

/// <summary>However often the process is killed, workloads end as if it had not been: no pod too many or too few, no completion of a Job counted twice or lost, no run of a CronJob lost or doubled.</summary>
public sealed class WorkloadKillTests(KilledHost host) : IClassFixture<KilledHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory(Timeout = 180_000)]
    [InlineData("Deployment")]
    [InlineData("StatefulSet")]
    [InlineData("DaemonSet")]
    [InlineData("ReplicaSet")]
    [InlineData("Job")]
    [InlineData("CronJob")]
    public async Task Workload_HostKilledAgainAndAgain_EndsAsIfItHadNotBeen(string kind)
    {
        using var limit = new CancellationTokenSource(Patience);
        Assert.Null(await host.DifferenceAsync(kind, limit.Token));
    }
}
