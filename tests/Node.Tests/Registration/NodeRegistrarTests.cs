using ActorKube.Api.Authentication;
using ActorKube.Api.Coordination;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Tests.Support;
using ActorKube.NodeAgent.Registration;
using ActorKube.NodeAgent.Runtimes.Simulated;
using ActorKube.NodeAgent.Tests.Agent.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.NodeAgent.Tests.Registration;

/// <summary>What a node writes of itself while nothing happens to it.</summary>
public sealed class NodeRegistrarTests
{
    private static readonly WriteOptions Writing = new() { User = new UserInfo { Username = "test" }, Cause = "test" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Node_ThatIsAlone_RenewsItsLeaseAndReportsEveryFiveMinutes()
    {
        var time = new ManualTime();
        await using var harness = new AgentHarness(new SimulatedRuntime(new SimulatedRuntimeOptions(), time), time);
        var registrar = await RegisterAsync(harness, isMember: false);
        var revision = harness.View.Revision;

        time.Advance(TimeSpan.FromSeconds(10));
        await registrar.RenewAsync(Cancellation);
        Assert.Equal((time.GetUtcNow(), 40), (LeaseOf(harness).RenewTime, LeaseOf(harness).LeaseDurationSeconds));
        await registrar.ReportAsync(Cancellation);
        Assert.Equal(revision + 1, harness.View.Revision);

        time.Advance(TimeSpan.FromMinutes(5));
        await registrar.ReportAsync(Cancellation);
        Assert.Equal(revision + 2, harness.View.Revision);
    }

    /// <summary>The membership is its heartbeat.</summary>
    [Fact]
    public async Task Node_OfAMember_WritesNothing()
    {
        var time = new ManualTime();
        await using var harness = new AgentHarness(new SimulatedRuntime(new SimulatedRuntimeOptions(), time), time);
        var joined = time.GetUtcNow();
        var registrar = await RegisterAsync(harness, isMember: true);
        var revision = harness.View.Revision;

        time.Advance(TimeSpan.FromHours(1));
        await registrar.ReportAsync(Cancellation);

        Assert.Equal(revision, harness.View.Revision);
        Assert.Equivalent(new LeaseSpec { HolderIdentity = PodBuilder.NodeName, AcquireTime = joined }, LeaseOf(harness), strict: true);
    }

    [Fact(Timeout = 60_000)]
    public async Task Report_OfConditionsOfOthers_HasThemAsLongAsTheyAreTold()
    {
        var time = new ManualTime();
        await using var harness = new AgentHarness(new SimulatedRuntime(new SimulatedRuntimeOptions(), time), time);
        IReadOnlyList<ReportedCondition> told = [new("actorkube.io/Test", true, "Why", "because")];
        var registrar = await RegisterAsync(harness, isMember: true, () => told);
        Assert.Equal(("True", "Why", "because"), Own() is { } condition ? (condition.Status, condition.Reason, condition.Message) : default);

        told = [];
        await registrar.ReportAsync(Cancellation);

        Assert.Null(Own());

        NodeCondition? Own() => harness.View.Snapshot().Get(new ObjectKey("nodes", "", PodBuilder.NodeName))!.Read<Api.Core.Node>().Status.Conditions!.FirstOrDefault(static c => c.Type == "actorkube.io/Test");
    }

    private static async Task<NodeRegistrar> RegisterAsync(AgentHarness harness, bool isMember, Func<IReadOnlyList<ReportedCondition>>? conditions = null)
    {
        await harness.OpenAsync();
        await harness.Runtime.StartAsync(Cancellation);
        var options = new NodeAgentOptions { NodeName = PodBuilder.NodeName, DataDirectory = harness.DataDirectory, NodeAddresses = ["192.0.2.1"], IsMember = isMember };
        var registrar = new NodeRegistrar(options, harness.Commands, harness.Runtime, Writing, NullLogger.Instance) { Conditions = conditions ?? (static () => []) };
        await registrar.RegisterAsync(await registrar.ObserveAsync(Cancellation), Cancellation);
        return registrar;
    }

    private static LeaseSpec LeaseOf(AgentHarness harness) =>
        harness.View.Snapshot().Get(new ObjectKey("leases.coordination.k8s.io", "kube-node-lease", PodBuilder.NodeName))!.Read<Lease>().Spec;
}
