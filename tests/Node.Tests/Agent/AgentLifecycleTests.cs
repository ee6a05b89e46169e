using ActorKube.NodeAgent.Runtimes.Simulated;
using ActorKube.NodeAgent.Tests.Agent.Support;

namespace ActorKube.NodeAgent.Tests.Agent;

public sealed class AgentLifecycleTests
{
    [Fact]
    public async Task Agent_PodBound_RunsAndReports()
    {
        await using var harness = Simulated();
        await harness.StartAsync();

        var created = await harness.CreateAsync(PodBuilder.Pod("web"));
        var pod = await harness.WaitForRunningAsync("web");

        var status = Assert.Single(pod.Status.ContainerStatuses!);
        Assert.NotNull(status.State.Running);
        Assert.True(status.Ready);
        Assert.True(status.Started);
        Assert.Equal(0, status.RestartCount);
        Assert.StartsWith("simulated://", status.ContainerID, StringComparison.Ordinal);
        Assert.StartsWith("10.244.", pod.Status.PodIP, StringComparison.Ordinal);
        Assert.Equal("192.0.2.1", pod.Status.HostIP);
        Assert.Equal(["PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled"], pod.Status.Conditions!.Select(c => c.Type));
        Assert.All(pod.Status.Conditions!, c => Assert.Equal("True", c.Status));
        await harness.WaitForEventAsync("web", "Pulled");
        await harness.WaitForEventAsync("web", "Created", "Created container: app");
        await harness.WaitForEventAsync("web", "Started", "Started container app");
        Assert.Equal(created.Metadata.Uid, Assert.Single(await harness.Runtime.ListSandboxesAsync(TestContext.Current.CancellationToken)).Pod.Uid);
    }

    [Fact]
    public async Task Agent_PodDeleted_EndsItAndRemovesTheObject()
    {
        await using var harness = Simulated();
        await harness.StartAsync();
        await harness.CreateAsync(PodBuilder.Pod("web"));
        await harness.WaitForRunningAsync("web");

        await harness.DeleteAsync("web");
        await harness.WaitForGoneAsync("web");

        Assert.Empty(await harness.Runtime.ListSandboxesAsync(TestContext.Current.CancellationToken));
        await harness.WaitForEventAsync("web", "Killing", "Stopping container app");
    }

    [Fact]
    public async Task Agent_Started_RegistersItsNode()
    {
        await using var harness = Simulated();
        await harness.StartAsync();

        var node = harness.View.Snapshot().List("nodes").Single();
        Assert.Contains("\"type\":\"Ready\",\"status\":\"True\"", System.Text.Encoding.UTF8.GetString(node.Json.Span).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Single(harness.View.Snapshot().List("leases.coordination.k8s.io", "kube-node-lease"));
    }

    private static AgentHarness Simulated(SimulatedRuntimeOptions? options = null) =>
        new(new SimulatedRuntime(options ?? new SimulatedRuntimeOptions(), TimeProvider.System));
}
