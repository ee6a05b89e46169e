using System.Net;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Tests.Runtimes;

public abstract partial class RuntimeContract
{
    [Fact]
    public async Task CreateSandbox_New_IsReadyWithAnAddress()
    {
        var pod = NewPod();
        var sandbox = await Runtime.CreateSandboxAsync(pod, Cancellation);

        Assert.Equal(SandboxState.Ready, sandbox.State);
        Assert.Equal(pod.Pod, sandbox.Pod);
        Assert.True(IPAddress.TryParse(Assert.Single(sandbox.Addresses), out _));
    }

    [Fact]
    public async Task CreateSandbox_TwoPods_HaveTwoAddresses()
    {
        var first = await Runtime.CreateSandboxAsync(NewPod("a"), Cancellation);
        var second = await Runtime.CreateSandboxAsync(NewPod("b"), Cancellation);

        Assert.NotEqual(first.Id, second.Id);
        Assert.NotEqual(first.Addresses, second.Addresses);
    }

    [Fact]
    public async Task CreateSandbox_Again_IsTheSameOne()
    {
        var pod = NewPod();
        var first = await Runtime.CreateSandboxAsync(pod, Cancellation);
        var second = await Runtime.CreateSandboxAsync(pod, Cancellation);

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(first.Addresses, second.Addresses);
    }

    [Fact]
    public async Task CreateSandbox_OneThatDied_IsNotReadyAndTheNextAttemptIsNew()
    {
        var pod = NewPod();
        var dead = await Runtime.CreateSandboxAsync(pod, Cancellation);
        await Runtime.StopSandboxAsync(dead.Id, Cancellation);

        var same = await Runtime.CreateSandboxAsync(pod, Cancellation);
        var next = await Runtime.CreateSandboxAsync(pod with { Attempt = 1 }, Cancellation);

        Assert.Equal((dead.Id, SandboxState.NotReady), (same.Id, same.State));
        Assert.Equal((1, SandboxState.Ready), (next.Attempt, next.State));
        Assert.NotEqual(dead.Id, next.Id);
    }

    [Fact]
    public async Task CreateSandbox_OnTheHostsNetwork_HasNoAddressOfItsOwn()
    {
        var sandbox = await Runtime.CreateSandboxAsync(NewPod() with { HostNetwork = true }, Cancellation);

        Assert.Equal(SandboxState.Ready, sandbox.State);
        Assert.Empty(sandbox.Addresses);
    }

    [Fact]
    public async Task GetSandbox_Known_IsWhatCreationReturned()
    {
        var created = await Runtime.CreateSandboxAsync(NewPod() with { Attempt = 3 }, Cancellation);
        var found = await Runtime.GetSandboxAsync(created.Id, Cancellation);

        Assert.NotNull(found);
        Assert.Equal((created.Id, created.Pod, 3, created.State, created.CreatedAt), (found.Id, found.Pod, found.Attempt, found.State, found.CreatedAt));
        Assert.Equal(created.Addresses, found.Addresses);
    }

    [Fact]
    public async Task GetSandbox_Unknown_IsNull() => Assert.Null(await Runtime.GetSandboxAsync(new string('0', 64), Cancellation));

    [Fact]
    public async Task ListSandboxes_SomeStopped_ShowsAllOfThem()
    {
        var running = await Runtime.CreateSandboxAsync(NewPod("a"), Cancellation);
        var stopped = await Runtime.CreateSandboxAsync(NewPod("b"), Cancellation);
        await Runtime.StopSandboxAsync(stopped.Id, Cancellation);

        var states = (await Runtime.ListSandboxesAsync(Cancellation)).ToDictionary(s => s.Id, s => (s.Pod.Name, s.State));

        Assert.Equal(2, states.Count);
        Assert.Equal(("a", SandboxState.Ready), states[running.Id]);
        Assert.Equal(("b", SandboxState.NotReady), states[stopped.Id]);
    }

    [Fact]
    public async Task StopSandbox_WithAContainer_EndsBothAndTellsSo()
    {
        await using var events = new EventLog(Runtime);
        var pod = NewPod();
        var (sandbox, container) = await RunAsync(pod, NewContainer());

        await Runtime.StopSandboxAsync(sandbox.Id, Cancellation);

        Assert.Equal(137, (await events.WaitAsync(RuntimeEventKind.ContainerDied, container)).ExitCode);
        Assert.Equal(pod.Pod, (await events.WaitAsync(RuntimeEventKind.SandboxDied, sandbox.Id)).Pod);
        Assert.Equal(ContainerState.Exited, (await StatusAsync(container)).State);
        Assert.Equal(SandboxState.NotReady, (await Runtime.GetSandboxAsync(sandbox.Id, Cancellation))?.State);
    }

    [Fact]
    public async Task StopSandbox_StoppedOrGone_IsNoError()
    {
        var sandbox = await Runtime.CreateSandboxAsync(NewPod(), Cancellation);
        await Runtime.StopSandboxAsync(sandbox.Id, Cancellation);
        await Runtime.StopSandboxAsync(sandbox.Id, Cancellation);
        await Runtime.RemoveSandboxAsync(sandbox.Id, Cancellation);
        await Runtime.StopSandboxAsync(sandbox.Id, Cancellation);
    }

    [Fact]
    public async Task RemoveSandbox_WithARunningContainer_RemovesBoth()
    {
        await using var events = new EventLog(Runtime);
        var (sandbox, container) = await RunAsync(NewPod(), NewContainer());

        await Runtime.RemoveSandboxAsync(sandbox.Id, Cancellation);
        await Runtime.RemoveSandboxAsync(sandbox.Id, Cancellation);

        await events.WaitAsync(RuntimeEventKind.SandboxRemoved, sandbox.Id);
        Assert.Null(await Runtime.GetSandboxAsync(sandbox.Id, Cancellation));
        Assert.Null(await Runtime.GetContainerAsync(container, Cancellation));
    }

    [Fact]
    public async Task PortForward_NobodyListens_Fails()
    {
        var sandbox = await Runtime.CreateSandboxAsync(NewPod(), Cancellation);

        Assert.Equal(RuntimeError.Failed, await ErrorOf(() => Runtime.ConnectAsync(sandbox.Id, 8080, Cancellation)));
    }

    [Fact]
    public async Task GetNetworkUsage_RunningAndStopped_IsMeasuredAndThenNull()
    {
        var sandbox = await Runtime.CreateSandboxAsync(NewPod(), Cancellation);
        Assert.NotNull(await Runtime.GetNetworkUsageAsync(sandbox.Id, Cancellation));

        await Runtime.StopSandboxAsync(sandbox.Id, Cancellation);
        Assert.Null(await Runtime.GetNetworkUsageAsync(sandbox.Id, Cancellation));
    }
}
