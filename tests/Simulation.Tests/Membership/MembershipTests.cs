using ActorKube.Engine.Membership;
using ActorKube.Simulation.Network;

namespace ActorKube.Simulation.Tests.Membership;

/// <summary>What befalls members, and what the others make of it, in many interleavings each.</summary>
public sealed class MembershipTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Machine_ThatIsGone_IsDeadWithinTwoAndAHalfSeconds(int seed) => Cluster.Run(seed, 3, static async cluster =>
    {
        await cluster.PassAsync(TimeSpan.FromSeconds(5) * cluster.World.Random.NextDouble());
        cluster["b"].PowerOff();
        var took = await cluster.UntilDeadAsync("b", TimeSpan.FromSeconds(2.5));
        Assert.True(took > TimeSpan.FromSeconds(1), $"{took} is too soon");
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Process_StoppedForTwoSeconds_LivesOn(int seed) => Cluster.Run(seed, 3, static async cluster =>
    {
        var before = (await cluster.Database.ReadAsync()).View;
        cluster["b"].Pause();
        await cluster.PassAsync(TimeSpan.FromSeconds(2));
        cluster["b"].Resume();
        await cluster.PassAsync(TimeSpan.FromSeconds(30));

        // Nor does it take the others for dead, whom it didn't hear meanwhile.
        foreach (var name in new[] { "a", "b", "c" })
        {
            Assert.Equal(MemberStatus.Active, await cluster.StatusAsync(name));
            Assert.Equal(before.Find(name)!.Id, (await cluster.Database.ReadAsync()).View.Find(name)!.Id);
        }
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Process_BackWithinTheRestartGrace_IsNeverDead(int seed) => Cluster.Run(seed, 3, static async cluster =>
    {
        var first = (await cluster.Database.ReadAsync()).View.Find("b")!.Id.Incarnation;
        cluster["b"].Kill();
        await cluster.PassAsync(TimeSpan.FromSeconds(9));
        Assert.Equal(MemberStatus.Active, await cluster.StatusAsync("b"));
        await cluster["b"].StartAsync();
        await cluster.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(MemberStatus.Active, await cluster.StatusAsync("b"));
        Assert.Equal(first + 1, (await cluster.Database.ReadAsync()).View.Find("b")!.Id.Incarnation);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Process_ThatIsGoneForGood_IsDeadAfterTheRestartGrace(int seed) => Cluster.Run(seed, 3, static async cluster =>
    {
        cluster["b"].Kill();
        await cluster.UntilDeadAsync("b", TimeSpan.FromSeconds(12));
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Two_OneGone_TheDatabaseIsTheSecondVoice(int seed) => Cluster.Run(seed, 2, static async cluster =>
    {
        cluster["b"].PowerOff();
        await cluster.UntilDeadAsync("b", TimeSpan.FromSeconds(5));
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Database_Away_FencesNobodyAndKillsNobody(int seed) => Cluster.Run(seed, 3, static async cluster =>
    {
        cluster.Network.Partition([SimulatedNetwork.Database], ["a", "b", "c"]);
        for (var i = 0; i < 60; i++)
        {
            await cluster.PassAsync(TimeSpan.FromSeconds(1));
            Assert.All(cluster.Members, static m => Assert.True(m.Service!.AliveFor > TimeSpan.Zero));
        }

        cluster.Network.Heal();
        await cluster.PassAsync(TimeSpan.FromSeconds(5));
        Assert.All(cluster.Members, static m => Assert.Equal(3, m.Service!.View.Active.Count()));
    });

    /// <summary>Long enough to be accused. The vote can't be cast, so nobody has to wait for the database to take it back.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Link_CutForAMomentWhileTheDatabaseIsAway_FencesNobody(int seed) => Cluster.Run(seed, 3, static async cluster =>
    {
        cluster.Network.Partition([SimulatedNetwork.Database], ["a", "b", "c"]);
        await cluster.PassAsync(TimeSpan.FromSeconds(1));
        cluster.Network.Partition(["b"], ["a", "c"]);
        await cluster.PassAsync(TimeSpan.FromSeconds(4));
        cluster.Network.Heal();
        cluster.Network.Partition([SimulatedNetwork.Database], ["a", "b", "c"]);
        for (var i = 0; i < 40; i++)
        {
            await cluster.PassAsync(TimeSpan.FromSeconds(1));
            Assert.All(cluster.Members, static m => Assert.True(m.Service!.AliveFor > TimeSpan.Zero));
        }
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Minority_CutOff_IsDeadAndKnowsItBeforeAnythingIsReplaced(int seed) => Cluster.Run(seed, 3, static async cluster =>
    {
        cluster.Network.Partition(["b"], ["a", "c", SimulatedNetwork.Database]);
        await cluster.UntilDeadAsync("b", TimeSpan.FromSeconds(2.5));
        var a = cluster["a"].Service!;
        while (!(a.DeadFor("b") >= Cluster.Options.SafeAfterDeath))
        {
            await cluster.PassAsync(TimeSpan.FromMilliseconds(50));
        }

        Assert.True(cluster["b"].Service!.AliveFor <= TimeSpan.Zero);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Link_BetweenTwo_IsNoReasonToDie(int seed) => Cluster.Run(seed, 3, static async cluster =>
    {
        cluster.Network.Partition(["a"], ["b"]);
        await cluster.PassAsync(TimeSpan.FromSeconds(60));
        Assert.All(cluster.Members, static m => Assert.Equal(3, m.Service!.View.Active.Count()));
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void OneWayLoss_Outwards_IsADeath(int seed) => Cluster.Run(seed, 3, static async cluster =>
    {
        cluster.Network.Cut("b", "a");
        cluster.Network.Cut("b", "c");
        await cluster.UntilDeadAsync("b", TimeSpan.FromSeconds(3));
        await cluster.UntilAsync(static c => c["b"].Service!.Ended.IsCompleted, TimeSpan.FromSeconds(5));
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void GoodBye_TakesTheMemberOutAtOnce_AndGivesItUpLater(int seed) => Cluster.Run(seed, 3, static async cluster =>
    {
        await cluster["b"].Service!.LeaveAsync(TestContext.Current.CancellationToken);
        Assert.InRange(cluster["b"].Service!.AliveFor, Cluster.Options.FenceAfter / 2, Cluster.Options.FenceAfter);
        cluster["b"].Kill();
        Assert.Equal(MemberStatus.Stopped, await cluster.StatusAsync("b"));
        await cluster.UntilAsync(static c => c["a"].Service!.View.Active.Count() == 2 && c["c"].Service!.View.Active.Count() == 2, TimeSpan.FromSeconds(1));
        await cluster.UntilDeadAsync("b", TimeSpan.FromSeconds(12));
    });

    [Fact]
    public void GoodBye_OfTheOnlyMember_EndsInTime() => Cluster.Run(1, 1, static async cluster =>
    {
        Assert.Equal(TimeSpan.MaxValue, cluster["a"].Service!.AliveFor);
        await cluster["a"].Service!.LeaveAsync(TestContext.Current.CancellationToken);
        Assert.InRange(cluster["a"].Service!.AliveFor, TimeSpan.FromTicks(1), Cluster.Options.FenceAfter);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Name_OfAHostThatAnswersElsewhere_IsTaken(int seed) => Cluster.Run(seed, 3, static async cluster =>
    {
        var other = new Member { Id = new MemberId("b", 0), Status = MemberStatus.Active, Address = "elsewhere" };
        var peers = cluster.Network.From("a", cluster.World.Time);
        var first = (await cluster.Database.ReadAsync()).View.Find("b")!.Id.Incarnation;

        await Assert.ThrowsAsync<MemberNameTakenException>(() => Joining.NextAsync(cluster.Database, peers, other, Cluster.Options, TestContext.Current.CancellationToken));

        cluster["b"].PowerOff();
        Assert.Equal(first + 1, (await Joining.NextAsync(cluster.Database, peers, other, Cluster.Options, TestContext.Current.CancellationToken)).Id.Incarnation);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Name_WhoseRowWasRemoved_GetsNoIncarnationThatItHad(int seed) => Cluster.Run(seed, 3, static async cluster =>
    {
        var table = cluster.Database;
        var before = (await table.ReadAsync()).View;
        Assert.True(await table.TryRemoveAsync("b", before.Version));
        var again = before.Find("b")! with { Address = "elsewhere" };

        var next = await Joining.NextAsync(table, cluster.Network.From("a", cluster.World.Time), again, Cluster.Options, TestContext.Current.CancellationToken);

        Assert.True(next.Id.Incarnation > before.Find("b")!.Id.Incarnation);
    });
}
