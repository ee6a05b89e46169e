using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.NodeAgent.PodNetworks;
using ActorKube.NodeAgent.Runtimes.Simulated;
using ActorKube.NodeAgent.Tests.Agent.Support;
using NodeObject = ActorKube.Api.Core.Node;

namespace ActorKube.NodeAgent.Tests.Agent;

/// <summary>A node whose pods are in one network with those of others.</summary>
public sealed class AgentPodNetworkTests
{
    private static readonly ObjectKey Key = new("nodes", "", PodBuilder.NodeName);
    private static readonly WriteOptions Writes = new() { User = new UserInfo { Username = "test" }, Cause = "test" };

    [Fact(Timeout = 60_000)]
    public async Task Node_IsReadyOnceItHasARangeAndAgainAtOnceAfterARestart()
    {
        await using var harness = new AgentHarness(new SimulatedRuntime(new SimulatedRuntimeOptions(), TimeProvider.System)) { PodNetwork = new PodNetworkFacts(() => 1500, () => null) };
        await harness.StartAsync();
        Assert.Equal(
            ("False", "container runtime network not ready: the node has no range of addresses for pods yet", "True"), (Condition(harness, "Ready").Status, Condition(harness, "Ready").Message, Condition(harness, "NetworkUnavailable").Status));

        await harness.Commands.UpdateAsync(
            new ObjectUpdate(harness.Commands.Kinds.Stored("nodes"), Key, static n => ((NodeObject)n) with { Spec = new NodeSpec { PodCIDRs = ["10.244.1.0/24"] } }), Writes, TestContext.Current.CancellationToken);
        await harness.WaitAsync("nodes", () => Condition(harness, "Ready").Status == "True", () => "the node is ready");
        Assert.Equal(("False", "PodNetworkReady"), (Condition(harness, "NetworkUnavailable").Status, Condition(harness, "NetworkUnavailable").Reason));

        var since = Condition(harness, "Ready").LastTransitionTime;
        await harness.StopAgentAsync();
        await harness.StartAgentAsync(harness.Runtime);
        Assert.Equal(("True", since), (Condition(harness, "Ready").Status, Condition(harness, "Ready").LastTransitionTime));
    }

    [Fact(Timeout = 60_000)]
    public async Task Node_WithoutANetworkOfItsOwn_TakesBackWhatItSaidOfIt()
    {
        await using var harness = new AgentHarness(new SimulatedRuntime(new SimulatedRuntimeOptions(), TimeProvider.System));
        await harness.OpenAsync();
        var old = new NodeObject
        {
            ApiVersion = "v1",
            Kind = "Node",
            Metadata = new Api.Meta.ObjectMeta { Name = PodBuilder.NodeName },
            Status = new NodeStatus { Conditions = [new NodeCondition { Type = "NetworkUnavailable", Status = "True", Reason = "PodNetworkNotReady" }, new NodeCondition { Type = "Mine", Status = "True" }] },
        };
        await harness.Commands.CreateAsync(harness.Commands.Kinds.Stored("nodes"), old, Writes, TestContext.Current.CancellationToken);

        await harness.StartAgentAsync(harness.Runtime);

        Assert.Equal(["DiskPressure", "MemoryPressure", "Mine", "PIDPressure", "Ready"], Node(harness).Status.Conditions!.Select(static c => c.Type).Order());
    }

    private static NodeObject Node(AgentHarness harness) => harness.View.Snapshot().Get(Key)!.Read<NodeObject>();

    private static NodeCondition Condition(AgentHarness harness, string type) => Node(harness).Status.Conditions!.Single(c => c.Type == type);
}
