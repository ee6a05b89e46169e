namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary>What a person does to a node. These tests have a host to themselves: pods elsewhere would have nowhere to go.</summary>
public sealed class NodeTests(HostProcess host) : KubectlTest(host), IClassFixture<HostProcess>
{
    private const string Budget = "create poddisruptionbudget web --selector=app=web --min-available=1";

    [Fact(Timeout = 120_000)]
    public async Task Cordon_Node_TakesNoPodsUntilUncordoned()
    {
        var node = await NodeAsync();
        Assert.Equal($"{node} cordoned", await OkAsync($"cordon {node}"));
        Assert.Equal($"{node} already cordoned", await OkAsync($"cordon {node}"));
        Assert.Contains(" Ready,SchedulingDisabled ", Rows(await OkAsync("get nodes"))[1], StringComparison.Ordinal);
        await OkAsync("run a --image=i");
        await EventuallyAsync("get events", "0/1 nodes are available: 1 node(s) were unschedulable");

        Assert.Equal($"{node} uncordoned", await OkAsync($"uncordon {node}"));

        await OkAsync("wait pod/a --for=condition=Ready --timeout=30s");
    }

    [Fact(Timeout = 120_000)]
    public async Task Drain_Node_EvictsItsPods()
    {
        var node = await NodeAsync();
        await OkAsync("create -f -", Deployment);
        await OkAsync("rollout status deployment/web --timeout=30s");

        var output = await OkAsync($"drain {node} --pod-selector=app=web --timeout=40s");

        Assert.Contains($"evicting pod {Namespace}/web-", output, StringComparison.Ordinal);
        Assert.Contains($"{node} drained", output, StringComparison.Ordinal);
        Assert.Equal("", await OkAsync("get pods -o jsonpath={.items[*].status.podIP}"));
        await OkAsync($"uncordon {node}");
        await OkAsync("rollout status deployment/web --timeout=30s");
    }

    [Fact(Timeout = 120_000)]
    public async Task Drain_BarePod_NeedsForce()
    {
        var node = await NodeAsync();
        await OkAsync("run a --image=i");
        await OkAsync("wait pod/a --for=condition=Ready --timeout=30s");

        Assert.Contains("Pods that declare no controller (use --force to override)", await FailAsync($"drain {node} --timeout=5s"), StringComparison.Ordinal);
        Assert.Contains($"{node} drained", await OkAsync($"drain {node} --force --timeout=40s"), StringComparison.Ordinal);
        await OkAsync($"uncordon {node}");
    }

    [Fact(Timeout = 120_000)]
    public async Task Drain_Budget_IsKept()
    {
        var node = await NodeAsync();
        await OkAsync("create -f -", Deployment);
        await OkAsync("rollout status deployment/web --timeout=30s");
        await OkAsync(Budget);
        await OkAsync("wait pdb/web --for=jsonpath={.status.disruptionsAllowed}=1 --timeout=30s");

        var output = await FailAsync($"drain {node} --pod-selector=app=web --timeout=2s");

        Assert.Contains("Cannot evict pod as it would violate the pod's disruption budget.", output, StringComparison.Ordinal);
        await OkAsync($"uncordon {node}");
        await OkAsync("delete pdb web");
    }

    [Fact(Timeout = 120_000)]
    public async Task Taint_Node_IsSetChangedAndRemoved()
    {
        var node = (await NodeAsync()).Split('/')[1];
        Assert.Equal($"node/{node} tainted", await OkAsync($"taint node {node} key=value:NoSchedule"));
        Assert.Equal($"error: node {node} already has key taint(s) with same effect(s) and --overwrite is false", await FailAsync($"taint node {node} key=value:NoSchedule"));
        Assert.Equal($"node/{node} modified", await OkAsync($"taint node {node} key=other:NoSchedule --overwrite"));
        Assert.Equal("other", await OkAsync($"get node {node} -o jsonpath={{.spec.taints[0].value}}"));
        Assert.Equal($"node/{node} untainted", await OkAsync($"taint node {node} key-"));
        Assert.Equal("error: taint \"key\" not found", await FailAsync($"taint node {node} key-"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Taint_NoExecute_EvictsWhatDoesNotTolerateIt()
    {
        var node = (await NodeAsync()).Split('/')[1];
        await OkAsync("run a --image=i");
        await OkAsync("wait pod/a --for=condition=Ready --timeout=30s");

        await OkAsync($"taint node {node} out=now:NoExecute");

        await OkAsync("wait pod/a --for=delete --timeout=40s");
        await OkAsync($"taint node {node} out-");
    }

    private Task<string> NodeAsync() => OkAsync("get nodes -o name");
}
