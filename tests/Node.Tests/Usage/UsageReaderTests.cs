using ActorKube.Api.Metrics;
using ActorKube.Engine.Tests.Support;
using ActorKube.NodeAgent.Runtimes.Simulated;
using ActorKube.NodeAgent.Tests.Agent.Support;

namespace ActorKube.NodeAgent.Tests.Usage;

public sealed class UsageReaderTests
{
    [Fact(Timeout = 30_000)]
    public async Task Agent_WhoIsAsked_TellsWhatItsPodsUse()
    {
        var load = new ResourceUsage(250_000_000, 1 << 20);
        var time = new ManualTime();
        await using var harness = new AgentHarness(new SimulatedRuntime(new SimulatedRuntimeOptions { Usage = (_, _) => load }, time), time);
        await harness.StartAsync();
        await harness.CreateAsync(PodBuilder.Pod("web"));
        await harness.WaitForRunningAsync("web");

        time.Advance(TimeSpan.FromSeconds(20));
        var first = await harness.Agent.ReadUsageAsync(TestContext.Current.CancellationToken);
        Assert.Equal((PodBuilder.NodeName, "web", load), (first.Node, Assert.Single(first.Pods).Name, Assert.Single(first.Pods[0].Containers).Usage));

        // What was measured is told again for a while.
        load = new ResourceUsage(500_000_000, 1 << 21);
        Assert.Same(first, await harness.Agent.ReadUsageAsync(TestContext.Current.CancellationToken));
        time.Advance(TimeSpan.FromSeconds(10));
        var second = await harness.Agent.ReadUsageAsync(TestContext.Current.CancellationToken);
        Assert.Equal((TimeSpan.FromSeconds(10), load), (second.Pods[0].Window, second.Pods[0].Containers[0].Usage));
    }

    [Fact(Timeout = 30_000)]
    public async Task Agent_WhoHasNotBeenAskedForLong_MeasuresForASecond()
    {
        var time = new ManualTime();
        await using var harness = new AgentHarness(new SimulatedRuntime(new SimulatedRuntimeOptions { Usage = (_, _) => new ResourceUsage(1_000_000, 1) }, time), time);
        await harness.StartAsync();
        await harness.CreateAsync(PodBuilder.Pod("web"));
        await harness.WaitForRunningAsync("web");
        time.Advance(TimeSpan.FromMinutes(10));

        var armed = time.ArmedAsync(TimeSpan.FromSeconds(1));
        var reading = harness.Agent.ReadUsageAsync(TestContext.Current.CancellationToken);
        await armed;
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((TimeSpan.FromSeconds(1), 1_000_000), ((await reading).Pods[0].Window, (await reading).Usage.CpuNanocores));
    }
}
