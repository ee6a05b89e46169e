using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Tests.Runtimes;

public abstract partial class RuntimeContract
{
    [Fact]
    public async Task CreateContainer_New_IsCreatedAndCarriesItsIdentity()
    {
        var pod = NewPod();
        var sandbox = await Runtime.CreateSandboxAsync(pod, Cancellation);
        var id = await Runtime.CreateContainerAsync(sandbox.Id, pod, NewContainer(attempt: 2), Cancellation);

        var status = await StatusAsync(id);
        Assert.Equal((ContainerState.Created, pod.Pod, sandbox.Id, "main", 2), (status.State, status.Pod, status.SandboxId, status.Name, status.Attempt));
        Assert.Equal((Image, "abc123", "blue"), (status.Image, status.SpecHash, Assert.Single(status.Labels).Value));
        Assert.Null(status.StartedAt);
        Assert.Null(status.ExitCode);
        Assert.Equal((await Runtime.GetImageAsync(Image, Cancellation))?.Id, status.ImageId);
    }

    [Fact]
    public async Task CreateContainer_Again_IsTheSameOne()
    {
        var pod = NewPod();
        var sandbox = await Runtime.CreateSandboxAsync(pod, Cancellation);
        var first = await Runtime.CreateContainerAsync(sandbox.Id, pod, NewContainer(), Cancellation);

        Assert.Equal(first, await Runtime.CreateContainerAsync(sandbox.Id, pod, NewContainer(), Cancellation));
        Assert.NotEqual(first, await Runtime.CreateContainerAsync(sandbox.Id, pod, NewContainer(attempt: 1), Cancellation));
    }

    [Fact]
    public async Task CreateContainer_ImageAbsent_SaysSoAndPullsNothing()
    {
        var pod = NewPod();
        var sandbox = await Runtime.CreateSandboxAsync(pod, Cancellation);

        Assert.Equal(
            RuntimeError.ImageNotFound,
            await ErrorOf(() => Runtime.CreateContainerAsync(sandbox.Id, pod, NewContainer() with { Image = "actorkube/none:0" }, Cancellation)));
    }

    [Fact]
    public async Task CreateContainer_NoSuchSandbox_SaysSo() =>
        Assert.Equal(RuntimeError.NotFound, await ErrorOf(() => Runtime.CreateContainerAsync(new string('0', 64), NewPod(), NewContainer(), Cancellation)));

    [Fact]
    public async Task StartContainer_Created_RunsAndTellsSo()
    {
        await using var events = new EventLog(Runtime);
        var pod = NewPod();
        var (_, id) = await RunAsync(pod, NewContainer());

        var started = await events.WaitAsync(RuntimeEventKind.ContainerStarted, id);
        Assert.Equal((pod.Pod, "main", 0), (started.Pod, started.Container, started.Attempt));
        Assert.Equal(RuntimeEventKind.Resync, events.Seen[0].Kind);
        Assert.Contains(events.Seen, e => e.Kind == RuntimeEventKind.ContainerCreated && e.Id == id);
        var status = await StatusAsync(id);
        Assert.Equal(ContainerState.Running, status.State);
        Assert.NotNull(status.StartedAt);
    }

    [Fact]
    public async Task StartContainer_Running_IsNoError()
    {
        var (_, id) = await RunAsync(NewPod(), NewContainer());

        await Runtime.StartContainerAsync(id, Cancellation);
    }

    [Fact]
    public async Task StartContainer_SandboxStopped_Fails()
    {
        var pod = NewPod();
        var sandbox = await Runtime.CreateSandboxAsync(pod, Cancellation);
        var id = await Runtime.CreateContainerAsync(sandbox.Id, pod, NewContainer(), Cancellation);
        await Runtime.StopSandboxAsync(sandbox.Id, Cancellation);

        await Assert.ThrowsAsync<RuntimeException>(() => Runtime.StartContainerAsync(id, Cancellation));
    }

    [Fact]
    public async Task Container_EndsByItself_LeavesItsExitCode()
    {
        await using var events = new EventLog(Runtime);
        var (_, id) = await RunAsync(NewPod(), NewContainer(Scripts.Exit(7)));

        Assert.Equal(7, (await events.WaitAsync(RuntimeEventKind.ContainerDied, id)).ExitCode);
        var status = await StatusAsync(id);
        Assert.Equal((ContainerState.Exited, 7, false, ""), (status.State, status.ExitCode, status.OutOfMemory, status.Error));
        Assert.True(status.FinishedAt >= status.StartedAt);
    }

    [Fact]
    public async Task StopContainer_Running_HasEndedOnReturn()
    {
        var (sandbox, id) = await RunAsync(NewPod(), NewContainer());

        await Runtime.StopContainerAsync(id, TimeSpan.FromSeconds(30), Cancellation);

        Assert.Equal(ContainerState.Exited, (await StatusAsync(id)).State);
        Assert.Equal(SandboxState.Ready, (await Runtime.GetSandboxAsync(sandbox.Id, Cancellation))?.State);
    }

    [Fact]
    public async Task StopContainer_WithoutGrace_IsKilled()
    {
        var (_, id) = await RunAsync(NewPod(), NewContainer());

        await Runtime.StopContainerAsync(id, TimeSpan.Zero, Cancellation);

        Assert.Equal(137, (await StatusAsync(id)).ExitCode);
    }

    [Fact]
    public async Task StopContainer_EndedOrGone_IsNoError()
    {
        var (_, id) = await RunAsync(NewPod(), NewContainer());
        await Runtime.StopContainerAsync(id, TimeSpan.Zero, Cancellation);
        await Runtime.StopContainerAsync(id, TimeSpan.FromSeconds(1), Cancellation);
        await Runtime.RemoveContainerAsync(id, Cancellation);
        await Runtime.StopContainerAsync(id, TimeSpan.FromSeconds(1), Cancellation);
    }

    [Fact]
    public async Task KillContainer_Running_DiesOfTheSignal()
    {
        await using var events = new EventLog(Runtime);
        var (_, id) = await RunAsync(NewPod(), NewContainer());

        await Runtime.KillContainerAsync(id, "SIGKILL", Cancellation);

        Assert.Equal(137, (await events.WaitAsync(RuntimeEventKind.ContainerDied, id)).ExitCode);
        Assert.Equal(RuntimeError.Conflict, await ErrorOf(() => Runtime.KillContainerAsync(id, "SIGKILL", Cancellation)));
    }

    [Fact]
    public async Task RemoveContainer_RunningThenGone_IsGone()
    {
        await using var events = new EventLog(Runtime);
        var (_, id) = await RunAsync(NewPod(), NewContainer());

        await Runtime.RemoveContainerAsync(id, Cancellation);
        await Runtime.RemoveContainerAsync(id, Cancellation);

        await events.WaitAsync(RuntimeEventKind.ContainerRemoved, id);
        Assert.Null(await Runtime.GetContainerAsync(id, Cancellation));
    }

    [Fact]
    public async Task ListContainers_TwoInstances_ShowsTheDeadOneToo()
    {
        var pod = NewPod();
        var (sandbox, dead) = await RunAsync(pod, NewContainer());
        await Runtime.StopContainerAsync(dead, TimeSpan.Zero, Cancellation);
        var next = await Runtime.CreateContainerAsync(sandbox.Id, pod, NewContainer(attempt: 1), Cancellation);

        var list = (await Runtime.ListContainersAsync(Cancellation)).ToDictionary(c => c.Id);

        Assert.Equal((pod.Pod, sandbox.Id, "main", 0, ContainerState.Exited), (list[dead].Pod, list[dead].SandboxId, list[dead].Name, list[dead].Attempt, list[dead].State));
        Assert.Equal((1, ContainerState.Created, "abc123", "blue"), (list[next].Attempt, list[next].State, list[next].SpecHash, list[next].Labels["team"]));
        Assert.Equal(2, list.Count);
    }

    [Fact]
    public async Task GetUsage_RunningAndEnded_IsMeasuredAndThenNull()
    {
        var (_, id) = await RunAsync(NewPod(), NewContainer());
        Assert.True((await Runtime.GetUsageAsync(id, Cancellation))?.Processes > 0);

        await Runtime.StopContainerAsync(id, TimeSpan.Zero, Cancellation);
        Assert.Null(await Runtime.GetUsageAsync(id, Cancellation));
    }

    [Fact(Timeout = 60_000)]
    public async Task GetUsage_AtWork_GrowsWithTime()
    {
        var (_, id) = await RunAsync(NewPod(), NewContainer(Scripts.Work));
        var first = await Runtime.GetUsageAsync(id, Cancellation);
        var next = first;
        while (next is not null && next.CpuNanoseconds - first!.CpuNanoseconds < 20_000_000)
        {
            Cancellation.ThrowIfCancellationRequested();
            next = await Runtime.GetUsageAsync(id, Cancellation);
        }

        Assert.True(next?.Time > first!.Time);
        Assert.True(next.WorkingSetBytes is > 0 && next.WorkingSetBytes <= next.MemoryUsageBytes);
    }

    [Fact]
    public async Task GetUsage_NoSuchContainer_SaysSo() => Assert.Equal(RuntimeError.NotFound, await ErrorOf(() => Runtime.GetUsageAsync(new string('0', 64), Cancellation)));

    [Fact]
    public async Task GetMachineUsage_WhereThereIsAMachine_IsMeasured()
    {
        if (await Runtime.GetMachineUsageAsync(Cancellation) is { } usage)
        {
            Assert.True(usage is { CpuNanoseconds: > 0, WorkingSetBytes: > 0 });
        }
    }

    [Fact]
    public async Task UpdateResources_Running_IsAccepted()
    {
        var (_, id) = await RunAsync(NewPod(), NewContainer() with { Resources = new ContainerResources { CpuShares = 102, MemoryLimitBytes = 64 << 20 } });

        await Runtime.UpdateResourcesAsync(id, new ContainerResources { CpuShares = 512, MemoryLimitBytes = 128 << 20 }, Cancellation);
    }
}
