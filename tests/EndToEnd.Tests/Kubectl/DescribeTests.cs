namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary><c>kubectl describe</c> of every kind.</summary>
[Collection(nameof(KubectlHost))]
public sealed class DescribeTests(HostProcess host) : KubectlTest(host)
{
    [Fact(Timeout = 300_000)]
    public async Task Describe_EveryKind_Describes()
    {
        await OkAsync("create -f -", Deployment);

        // A node of no machine would only be in the other tests' way.
        foreach (var sample in BadInput.Samples.All.Where(static s => (string?)s.Manifest["kind"] != "Node"))
        {
            await OkAsync("apply -f -", sample.Manifest.ToJsonString().Replace("\"namespace\":\"default\"", $"\"namespace\":\"{Namespace}\"", StringComparison.Ordinal));
        }

        foreach (var resource in (await OkAsync("api-resources --verbs=list -o name")).Split('\n'))
        {
            var description = await OkAsync("describe " + resource);

            Assert.True(description.Contains("Name:", StringComparison.Ordinal) || resource is "componentstatuses" or "certificatesigningrequests.certificates.k8s.io", resource);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Describe_Deployment_TellsReplicasConditionsAndEvents()
    {
        await OkAsync("create -f -", Deployment);
        await OkAsync("rollout status deployment/web --timeout=30s");
        await EventuallyAsync("describe deployment web", "Normal ScalingReplicaSet");

        var description = string.Join('\n', Rows(await OkAsync("describe deployment web")));

        Assert.Contains("\nReplicas: 2 desired | 2 updated | 2 total | 2 available | 0 unavailable\n", description, StringComparison.Ordinal);
        Assert.Contains("\nRollingUpdateStrategy: 25% max unavailable, 25% max surge\n", description, StringComparison.Ordinal);
        Assert.Contains("\n Available True MinimumReplicasAvailable\n", description, StringComparison.Ordinal);
        Assert.Contains("\nNewReplicaSet: web-", description, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Describe_Pod_TellsContainersConditionsAndEvents()
    {
        await OkAsync("run a --image=registry.example/a:1 --env=K=v");
        await OkAsync("wait pod/a --for=condition=Ready --timeout=30s");
        await EventuallyAsync("describe pod a", "kubelet Started container a");

        var description = string.Join('\n', Rows(await OkAsync("describe pod a")));

        Assert.Contains("\nStatus: Running\n", description, StringComparison.Ordinal);
        Assert.Contains("\n State: Running\n", description, StringComparison.Ordinal);
        Assert.Contains("\n K: v\n", description, StringComparison.Ordinal);
        Assert.Contains("\n PodScheduled True\n", description, StringComparison.Ordinal);
        Assert.Contains("\nQoS Class: BestEffort\n", description, StringComparison.Ordinal);
        Assert.Contains(" default-scheduler Successfully assigned ", description, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Describe_Node_TellsConditionsCapacityAndPods()
    {
        await OkAsync("run a --image=registry.example/a:1");
        await OkAsync("wait pod/a --for=condition=Ready --timeout=30s");

        var description = string.Join('\n', Rows(await OkAsync("describe nodes")));

        Assert.Contains(" KubeletReady kubelet is posting ready status", description, StringComparison.Ordinal);
        Assert.Contains("\nAllocatable:\n", description, StringComparison.Ordinal);
        Assert.Contains($"\n {Namespace} a 0 (0%) 0 (0%) 0 (0%) 0 (0%)", description, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Describe_WhatIsNot_Fails() => Assert.Equal("Error from server (NotFound): pods \"nope\" not found", await FailAsync("describe pod nope"));
}
