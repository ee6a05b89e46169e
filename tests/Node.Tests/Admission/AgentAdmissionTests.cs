using ActorKube.Api.Core;
using ActorKube.Api.Quantities;
using ActorKube.NodeAgent.Runtimes.Simulated;
using ActorKube.NodeAgent.Tests.Agent.Support;

namespace ActorKube.NodeAgent.Tests.Admission;

/// <summary>The agent takes no more than its node holds, whoever bound it.</summary>
public sealed class AgentAdmissionTests
{
    private static readonly SimulatedRuntimeOptions Options = new() { Cpus = 2 };

    [Fact(Timeout = 60_000)]
    public async Task Agent_PodDoesNotFit_FailsItAndTakesTheNextThatFits()
    {
        await using var harness = await OpenAsync();
        await harness.CreateAsync(Asking("first", "1500m"));
        await harness.CreateAsync(Asking("second", "1500m"));
        await harness.CreateAsync(Asking("third", "500m"));
        await harness.WaitForRunningAsync("third");
        await harness.WaitForRunningAsync("first");
        const string message = "Node didn't have enough resource: cpu, requested: 1500, used: 1500, capacity: 2000";
        var failed = await harness.WaitForAsync("second", p => p.Status.Phase == PodPhases.Failed, "refused");
        Assert.Equal(("OutOfcpu", "Pod was rejected: " + message), (failed.Status.Reason, failed.Status.Message));
        Assert.Null(failed.Status.ContainerStatuses);
        Assert.NotNull(failed.Status.StartTime);
        await harness.WaitForEventAsync("second", "OutOfcpu", message);

        await harness.DeleteAsync("first", 0);
        await harness.WaitForGoneAsync("first");
        await harness.CreateAsync(Asking("fourth", "1500m"));
        await harness.WaitForRunningAsync("fourth");
        await harness.DeleteAsync("second");
        await harness.WaitForGoneAsync("second");
    }

    [Fact(Timeout = 60_000)]
    public async Task Agent_Restarted_KeepsWhatRunsAndLeavesTheRefusedAsItIs()
    {
        await using var harness = await OpenAsync();
        await harness.CreateAsync(Asking("first", "1500m"));
        await harness.CreateAsync(Asking("second", "1500m"));
        await harness.WaitForRunningAsync("first");
        await harness.WaitForAsync("second", p => p.Status.Phase == PodPhases.Failed, "refused");
        await harness.StopAgentAsync();
        var revision = harness.View.Revision;

        await harness.CreateAsync(Asking("third", "1"));
        await harness.StartAgentAsync(harness.Runtime);
        await harness.WaitForAsync("third", p => p.Status.Reason == "OutOfcpu", "refused");
        Assert.DoesNotContain(harness.View.Snapshot().List("pods"), s => s.Key.Name is "first" or "second" && s.Revision > revision);
    }

    private static Pod Asking(string name, string cpu) =>
        PodBuilder.Pod(name, PodBuilder.Container("app") with { Resources = new ResourceRequirements { Requests = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse(cpu) } } });

    private static async Task<AgentHarness> OpenAsync()
    {
        var harness = new AgentHarness(new SimulatedRuntime(Options, TimeProvider.System));
        await harness.StartAsync();
        return harness;
    }
}
