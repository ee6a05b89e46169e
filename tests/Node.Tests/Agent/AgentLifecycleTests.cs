using ActorKube.Engine.Objects;
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

    [Fact]
    public async Task Agent_WithPolicies_StartsNothingBeforeThePodIsIsolated()
    {
        var asked = new TaskCompletionSource<(ObjectKey Pod, string Uid, IReadOnlyList<string> Addresses)>();
        var isolated = new TaskCompletionSource();
        await using var harness = new AgentHarness(new SimulatedRuntime(new SimulatedRuntimeOptions(), TimeProvider.System))
        {
            Isolate = (pod, uid, addresses, _) =>
            {
                asked.TrySetResult((pod, uid, addresses));
                return isolated.Task;
            },
        };
        await harness.StartAsync();

        var created = await harness.CreateAsync(PodBuilder.Pod("web"));
        var question = await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal((new ObjectKey("pods", "default", "web"), created.Metadata.Uid), (question.Pod, question.Uid));
        Assert.StartsWith("10.244.", Assert.Single(question.Addresses), StringComparison.Ordinal);
        Assert.Empty(await harness.Runtime.ListContainersAsync(TestContext.Current.CancellationToken));

        isolated.SetResult();
        var pod = await harness.WaitForRunningAsync("web");
        Assert.Equal(question.Addresses, [pod.Status.PodIP!]);
    }

    private static AgentHarness Simulated(SimulatedRuntimeOptions? options = null) =>
        new(new SimulatedRuntime(options ?? new SimulatedRuntimeOptions(), TimeProvider.System));
}
