namespace ActorKube.EndToEnd.Tests.Pods;

/// <summary>What is lost comes back; what runs isn't touched.</summary>
public sealed class HealingTests(EngineHost host) : IClassFixture<EngineHost>
{
    private const int Limit = 180_000;

    [Fact(Timeout = Limit)]
    public async Task Host_KilledAndStarted_TakesOverItsPods()
    {
        const string Containers = ".items[*].status.containerStatuses[0].containerID";
        await DeployAsync("kept");
        var before = await host.GetAsync("pods -l app=kept", Containers);

        await host.KillAsync();
        await host.StartAsync();

        await host.OkAsync("wait --for=condition=Ready pod -l app=kept --timeout=100s");
        Assert.Equal(before, await host.GetAsync("pods -l app=kept", Containers));
        Assert.Equal("0 0", await host.GetAsync("pods -l app=kept", ".items[*].status.containerStatuses[0].restartCount"));
        Assert.Equal("here\n", await host.OkAsync("exec deployment/kept -- echo here"));
    }

    [Fact(Timeout = Limit)]
    public async Task Host_KilledWhileAContainerEnds_SeesItAfterwards()
    {
        await host.ApplyAsync(EngineHost.Manifest("missed", "exec sleep 1000", "restartPolicy: Never"));
        await host.OkAsync("wait --for=condition=Ready pod/missed --timeout=100s");
        var container = await host.GetAsync("pod/missed", ".status.containerStatuses[0].containerID");

        await host.KillAsync();
        await host.KillContainerAsync(container);
        await host.StartAsync();

        await host.WaitAsync("pod/missed", ".status.containerStatuses[0].state.terminated.exitCode", "137");
        Assert.Equal("Failed", await host.GetAsync("pod/missed", ".status.phase"));
    }

    [Fact(Timeout = Limit)]
    public async Task Pod_OfAReplicaSetIsDeleted_AnotherComes()
    {
        await DeployAsync("replaced");
        var before = (await host.GetAsync("pods -l app=replaced", ".items[*].metadata.name")).Split(' ');

        await host.OkAsync($"delete pod {before[0]} --timeout=100s");

        await host.OkAsync("wait --for=jsonpath={.status.readyReplicas}=2 deployment/replaced --timeout=100s");
        var after = (await host.GetAsync("pods -l app=replaced", ".items[*].metadata.name")).Split(' ');
        Assert.Equal(2, after.Length);
        Assert.Contains(before[1], after);
        Assert.DoesNotContain(before[0], after);
    }

    [Fact(Timeout = Limit)]
    public async Task Container_KilledInTheEngine_IsStartedAgain()
    {
        await host.RunPodAsync("phoenix", "exec sleep 1000");
        var before = await host.GetAsync("pod/phoenix", ".status.containerStatuses[0].containerID");

        await host.KillContainerAsync(before);

        await host.WaitAsync("pod/phoenix", ".status.containerStatuses[0].restartCount", "1");
        await host.OkAsync("wait --for=condition=Ready pod/phoenix --timeout=100s");
        Assert.NotEqual(before, await host.GetAsync("pod/phoenix", ".status.containerStatuses[0].containerID"));
        Assert.Equal("137", await host.GetAsync("pod/phoenix", ".status.containerStatuses[0].lastState.terminated.exitCode"));
    }

    private async Task DeployAsync(string name)
    {
        await host.ApplyAsync("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: NAME}
            spec:
              replicas: 2
              selector: {matchLabels: {app: NAME}}
              template:
                metadata: {labels: {app: NAME}}
                spec:
                  terminationGracePeriodSeconds: 0
                  containers: [{name: c, image: IMAGE, command: [sleep, "1000"]}]
            """.Replace("NAME", name, StringComparison.Ordinal));
        await host.OkAsync($"rollout status deployment/{name} --timeout=100s");
    }
}
