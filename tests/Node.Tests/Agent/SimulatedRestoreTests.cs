using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.NodeAgent.Runtimes.Simulated;
using ActorKube.NodeAgent.Tests.Agent.Support;

namespace ActorKube.NodeAgent.Tests.Agent;

/// <summary>Simulated machines run on while the process that simulates them is away.</summary>
public sealed class SimulatedRestoreTests
{
    [Fact(Timeout = 60_000)]
    public async Task Restore_PodsThatRan_AreFoundAsTheyWere()
    {
        await using var harness = new AgentHarness(New());
        await harness.StartAsync();
        await harness.CreateAsync(PodBuilder.Pod("a"));
        await harness.CreateAsync(PodBuilder.Pod("b"));
        await harness.WaitForRunningAsync("a");
        await harness.WaitForRunningAsync("b");
        await harness.StopAgentAsync();
        var revision = harness.View.Revision;

        var next = New();
        next.Restore([harness.Pod("b")!, harness.Pod("a")!]);
        await harness.StartAgentAsync(next);
        await harness.CreateAsync(PodBuilder.Pod("c"));
        var third = await harness.WaitForRunningAsync("c");

        Assert.DoesNotContain(harness.View.Snapshot().List("pods"), s => s.Key.Name != "c" && s.Revision > revision);
        Assert.Equal(3, (await next.ListSandboxesAsync(TestContext.Current.CancellationToken)).SelectMany(static s => s.Addresses).Distinct().Count());
        Assert.DoesNotContain(third.Status.PodIP, new[] { harness.Pod("a")!.Status.PodIP, harness.Pod("b")!.Status.PodIP });
    }

    [Fact(Timeout = 60_000)]
    public async Task Restore_AfterAnother_StopsWhatIsDeleted()
    {
        await using var harness = new AgentHarness(New());
        await harness.StartAsync();
        await harness.CreateAsync(PodBuilder.Pod("a"));
        await harness.WaitForRunningAsync("a");
        await harness.StopAgentAsync();

        var next = New();
        next.Restore(harness.View.Snapshot().List("pods").Select(static p => p.Read<Pod>()));
        await harness.StartAgentAsync(next);
        await harness.DeleteAsync("a", 1);

        await harness.WaitForGoneAsync("a");
    }

    private static SimulatedRuntime New() => new(new SimulatedRuntimeOptions(), TimeProvider.System);
}
