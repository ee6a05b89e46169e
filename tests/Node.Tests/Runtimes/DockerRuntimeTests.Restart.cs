using ActorKube.NodeAgent.Docker;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Runtimes.DockerEngine;

namespace ActorKube.NodeAgent.Tests.Runtimes;

/// <summary>A process that ends at any point leaves what the next one can go on with.</summary>
public sealed partial class DockerRuntimeTests
{
    [Fact(Timeout = 60_000)]
    public async Task Restart_RunningPod_GoesOnUntouched()
    {
        var pod = Pod();
        var (sandbox, id) = await RunAsync(pod, Container("exec sleep 1000"));
        var before = await Runtime.GetContainerAsync(id, Cancellation);

        await RestartAsync();

        Assert.Equal(sandbox.Id, (await Runtime.CreateSandboxAsync(pod, Cancellation)).Id);
        Assert.Equal(pod.Pod, Assert.Single(await Runtime.ListSandboxesAsync(Cancellation)).Pod);
        Assert.Equal(id, Assert.Single(await Runtime.ListContainersAsync(Cancellation)).Id);
        Assert.Equal(before?.StartedAt, (await Runtime.GetContainerAsync(id, Cancellation))?.StartedAt);
    }

    [Fact(Timeout = 60_000)]
    public async Task Restart_WarmSandboxes_AreKeptAndClaimed()
    {
        await Runtime.WaitForWarmSandboxesAsync(1, Cancellation);
        var warm = Assert.Single(await EngineContainersAsync()).Id;

        await RestartAsync();

        Assert.Equal(1, Runtime.WarmSandboxes);
        Assert.Equal(warm, (await Runtime.CreateSandboxAsync(Pod(), Cancellation)).Id);
    }

    [Fact(Timeout = 60_000)]
    public async Task Restart_ContainerCreatedButNotStarted_StartsWithItsHostname()
    {
        var pod = Pod();
        var sandbox = await Runtime.CreateSandboxAsync(pod, Cancellation);
        var id = await Runtime.CreateContainerAsync(sandbox.Id, pod, Container("hostname"), Cancellation);

        await RestartAsync();
        await Runtime.StartContainerAsync(id, Cancellation);

        Assert.Equal("web-0\n", await FollowAsync(id));
    }

    [Fact(Timeout = 60_000)]
    public async Task Restart_ContainerStartedWithoutItsHostname_GetsIt()
    {
        var pod = Pod();
        var sandbox = await Runtime.CreateSandboxAsync(pod, Cancellation);
        var id = await Runtime.CreateContainerAsync(sandbox.Id, pod, Container("exec sleep 1000"), Cancellation);
        using (var docker = await ConnectAsync())
        {
            await docker.Containers.StartAsync(id, Cancellation);
        }

        await RestartAsync();

        Assert.Equal("web-0\n", (await Runtime.ExecSyncAsync(id, ["hostname"], TimeSpan.FromSeconds(30), Cancellation)).Stdout);
    }

    [Fact(Timeout = 60_000)]
    public async Task Restart_SandboxClaimedAndNothingMore_IsFinished()
    {
        var pod = Pod();
        await Runtime.WaitForWarmSandboxesAsync(1, Cancellation);
        var warm = Assert.Single(await EngineContainersAsync()).Id;
        using (var docker = await ConnectAsync())
        {
            await docker.Containers.RenameAsync(warm, new EngineNames(_node).Sandbox(pod.Pod, 0), Cancellation);
        }

        await RestartAsync();
        var (sandbox, id) = await RunAsync(pod, Container("cat /etc/hostname"));

        Assert.Equal(warm, sandbox.Id);
        Assert.Equal("web-0\n", await FollowAsync(id));
    }

    [Fact(Timeout = 60_000)]
    public async Task Restart_SandboxCreatedButNotStarted_IsStarted()
    {
        var pod = Pod() with { StrictHostname = true };
        string id;
        using (var docker = await ConnectAsync())
        {
            var image = Assert.Single(await EngineContainersAsync()).Image;
            var spec = ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping.SandboxSpecs.Cold(_node, image, pod, canProtect: false);
            id = (await docker.Containers.CreateAsync(new EngineNames(_node).Sandbox(pod.Pod, 0), spec, Cancellation)).Id;
        }

        await RestartAsync();
        var sandbox = await Runtime.CreateSandboxAsync(pod, Cancellation);

        Assert.Equal((id, SandboxState.Ready), (sandbox.Id, sandbox.State));
        Assert.Single(sandbox.Addresses);
    }

    [Fact(Timeout = 60_000)]
    public async Task WarmSandbox_KilledInThePool_IsReplaced()
    {
        var dead = Assert.Single(await EngineContainersAsync()).Id;
        using var docker = await ConnectAsync();
        await docker.Containers.KillAsync(dead, "SIGKILL", Cancellation);

        // Whether or not the runtime knows of the death yet, the pod gets one that lives.
        var sandbox = await Runtime.CreateSandboxAsync(Pod(), Cancellation);

        Assert.NotEqual(dead, sandbox.Id);
        Assert.Equal(SandboxState.Ready, sandbox.State);
    }

    private async Task RestartAsync()
    {
        await Runtime.DisposeAsync();
        _runtime = (DockerRuntime)await DockerNode.OpenAsync(engine, new WarmPoolOptions { Minimum = 1, Maximum = 1 }, _node);
    }

    private async Task<DockerClient> ConnectAsync()
    {
        var docker = new DockerClient(DockerEndpoint.Parse(await engine.GetEndpointAsync()));
        await docker.ConnectAsync(Cancellation);
        return docker;
    }

    private async Task<ContainerListItem[]> EngineContainersAsync()
    {
        using var docker = await ConnectAsync();
        return await docker.Containers.ListAsync([EngineLabels.Of(EngineLabels.Node, _node)], Cancellation);
    }
}
