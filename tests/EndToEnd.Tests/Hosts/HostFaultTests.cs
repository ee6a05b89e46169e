using System.Net;
using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>What becomes of a cluster of three when one of its hosts fails, in each of the ways in which hosts fail. Times are generous: <c>bench failover</c> measures them.</summary>
[Collection(nameof(HostsCollection))]
public sealed class HostFaultTests(LabFixture fixture)
{
    private const string Web = "web";
    private const int Replicas = 6;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Fenced = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan ConvergeLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan SlowestWrite = TimeSpan.FromSeconds(2);

    private Lab Lab => fixture.Lab;

    /// <summary>Another in each test, so that nothing of the last one's is taken for this one's.</summary>
    private string Once { get; } = $"once-{Guid.NewGuid().ToString("n")[..6]}";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 180_000)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Machine_LosesPower_ItsPodsRunElsewhereAndNoWriteFails(int victim)
    {
        await using var trial = await Trial.StartAsync(Lab, victim, LabPods.Deployment(Web, Replicas));
        await Lab.PowerOffAsync(trial.Victim);

        await trial.ReadyElsewhereAsync(Web, Replicas, Soon);
        trial.NoOtherWriteFailed(SlowestWrite);

        await Lab.PowerOnAsync(trial.Victim, Cancelled);
        await trial.ConvergedAsync(Replicas, ConvergeLimit);
        await trial.NothingIsLostAsync();
    }

    [Fact(Timeout = 180_000)]
    public async Task Process_KilledAndStartedAgain_EvictsAndRestartsNothing()
    {
        await using var trial = await Trial.StartAsync(Lab, 0, LabPods.Deployment(Web, Replicas), LabPods.Deployment(Once, 1, isRunOnce: true));
        var before = await trial.ContainersAsync();

        await trial.Victim.EndAsync("KILL");
        await trial.Victim.StartProcessAsync(Cancelled);
        await trial.NodesAreReadyAsync(ConvergeLimit);

        Assert.Equal(before, await trial.ContainersAsync());
        trial.NoOtherWriteFailed(SlowestWrite);
        await trial.NothingIsLostAsync();
    }

    [Fact(Timeout = 300_000)]
    public async Task Hosts_RestartedOneAfterTheOther_EvictAndRestartNothing()
    {
        await using var trial = await Trial.StartAsync(Lab, 0, LabPods.Deployment(Web, Replicas), LabPods.Deployment(Once, 3, isRunOnce: true));
        var before = await trial.ContainersAsync();

        foreach (var host in Lab.Hosts)
        {
            await host.EndAsync("TERM");
            await host.StartProcessAsync(Cancelled);
            await trial.RenewWatchesAsync();
            await trial.NodesAreReadyAsync(ConvergeLimit);
        }

        Assert.Equal(before, await trial.ContainersAsync());
        await trial.NothingIsLostAsync();
    }

    [Fact(Timeout = 180_000)]
    public async Task Process_StoppedForTwoSeconds_EvictsNothing()
    {
        await using var trial = await Trial.StartAsync(Lab, 1, LabPods.Deployment(Web, Replicas));
        var before = await trial.ContainersAsync();
        var nodes = trial.NodeWatch.History.Count;

        await trial.Victim.SignalAsync("STOP");
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Cancelled);
        await trial.Victim.SignalAsync("CONT");
        await trial.NodesAreReadyAsync(ConvergeLimit);

        Assert.Equal(before, await trial.ContainersAsync());
        Assert.All(trial.NodeWatch.History.Skip(nodes), static seen => Assert.True(LabPods.IsReady(seen.Object)));
        trial.NoOtherWriteFailed(SlowestWrite);
        await trial.NothingIsLostAsync();
    }

    [Fact(Timeout = 240_000)]
    public async Task Process_StoppedForAMinute_IsReplacedAndComesBackAsAnother()
    {
        await using var trial = await Trial.StartAsync(Lab, 2, LabPods.Deployment(Web, Replicas), LabPods.Deployment(Once, 1, isRunOnce: true));
        await using var runs = await ContainerRuns.FollowAsync(Lab.Hosts, Once);

        await trial.Victim.SignalAsync("STOP");
        var minute = Task.Delay(TimeSpan.FromMinutes(1), TimeProvider.System, Cancelled);
        await trial.ReadyElsewhereAsync(Web, Replicas, Soon);
        await trial.ReadyElsewhereAsync(Once, 1, Fenced);
        await minute;
        trial.NoOtherWriteFailed(SlowestWrite);

        await trial.Victim.SignalAsync("CONT");
        await trial.ConvergedAsync(Replicas + 1, ConvergeLimit);
        Assert.Equal(1, runs.MostAtATime);
        await trial.NothingIsLostAsync();
    }

    [Theory(Timeout = 240_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Link_Down_MinorityStopsWhatMustNotRunTwiceAndMajorityReplacesIt(bool bothWays)
    {
        await using var trial = await Trial.StartAsync(Lab, 0, LabPods.Deployment(Web, Replicas), LabPods.Deployment(Once, 3, isRunOnce: true));
        await using var runs = await ContainerRuns.FollowAsync(Lab.Hosts, Once);

        await (bothWays ? LabNetwork.CutAsync(trial.Victim.Machine) : LabNetwork.DeafenAsync(trial.Victim.Machine));
        await trial.ReadyElsewhereAsync(Web, Replicas, Soon);
        await trial.ReadyElsewhereAsync(Once, 3, Fenced);
        trial.NoOtherWriteFailed(SlowestWrite);
        var (write, read) = await trial.AskVictimAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (write, read));

        await LabNetwork.MendAsync(trial.Victim.Machine);
        await trial.ConvergedAsync(Replicas + 3, ConvergeLimit);
        Assert.Equal(3, runs.MostAtATime);
        trial.NoOtherWriteFailed(SlowestWrite);
        await trial.NothingIsLostAsync();
    }

    [Fact(Timeout = 240_000)]
    public async Task Database_AwayForTwentySeconds_NothingMovesAndReadsAreServed()
    {
        await using var trial = await Trial.StartAsync(Lab, 0, LabPods.Deployment(Web, Replicas), LabPods.Deployment(Once, 3, isRunOnce: true));
        var before = await trial.ContainersAsync();

        await Lab.Database.StopAsync("INT");
        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(20);
        while (TimeProvider.System.GetUtcNow() < until)
        {
            Assert.Equal(before, await trial.ContainersAsync());
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Cancelled);
        }

        await Lab.Database.RestartAsync();
        await trial.WritesGoOnAsync(TimeSpan.FromSeconds(5));
        await Lab.Database.RestartImmediatelyAsync();
        await trial.WritesGoOnAsync(TimeSpan.FromSeconds(5));

        await trial.NodesAreReadyAsync(ConvergeLimit);
        Assert.Equal(before, await trial.ContainersAsync());
        await trial.NothingIsLostAsync();
    }
}
