using ActorKube.Api.Core;
using ActorKube.Engine.Tests.Support;
using ActorKube.NodeAgent.Runtimes.Simulated;
using ActorKube.NodeAgent.Tests.Agent.Support;
using RuntimeState = ActorKube.NodeAgent.Runtimes.ContainerState;

namespace ActorKube.NodeAgent.Tests.Agent;

/// <summary>A host that is not vouched for stops what must not run twice, and nothing else.</summary>
public sealed class AgentFencingTests : ISimulatedFaults
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    private readonly ManualTime _time = new();
    private readonly Lock _gate = new();
    private readonly List<SimulatedOperation> _operations = [];
    private long _left = TimeSpan.FromSeconds(10).Ticks;
    private Action<SimulatedOperation> _before = static _ => { };

    [Fact(Timeout = 60_000)]
    public async Task Agent_NotVouchedFor_KillsRunOncePodsAndStartsThemAgainLater()
    {
        await using var harness = await OpenAsync();
        await harness.CreateAsync(Once(PodBuilder.Pod("once", PodBuilder.Container("app"), PodBuilder.Container("other"))));
        await harness.CreateAsync(PodBuilder.Pod("free"));
        await harness.WaitForRunningAsync("once");
        var free = await harness.WaitForRunningAsync("free");

        Left(2);
        await AdvanceUntilAsync(() => harness.Pod("once")!.Status.ContainerStatuses!.All(s => s.State.Terminated is { ExitCode: 137 }));
        await harness.WaitForEventAsync("once", "Fenced", "Container app is killed: its pod must not run twice, and no majority vouches for node node-1");

        // Neither time nor a little of it brings it back.
        Left(4.9);
        for (var i = 0; i < 200; i++)
        {
            _time.Advance(Period);
            await Task.Yield();
        }

        Assert.DoesNotContain(await harness.Runtime.ListContainersAsync(TestContext.Current.CancellationToken), c => c.Pod.Name == "once" && c.State == RuntimeState.Running);

        Left(9);
        await AdvanceUntilAsync(() => harness.Pod("once")!.Status.ContainerStatuses!.All(s => s is { State.Running: not null, RestartCount: 1 }));
        Assert.Equal(free.Status.ContainerStatuses![0].ContainerID, harness.Pod("free")!.Status.ContainerStatuses![0].ContainerID);
        Assert.Equal(0, harness.Pod("free")!.Status.ContainerStatuses![0].RestartCount);
    }

    [Fact(Timeout = 60_000)]
    public async Task Agent_NotVouchedForSinceTheLastLook_StartsNothingThatMustNotRunTwice()
    {
        await using var harness = await OpenAsync();
        _before = operation =>
        {
            if (operation == SimulatedOperation.CreateContainer)
            {
                Left(1);
            }
        };
        await harness.CreateAsync(Once(PodBuilder.Pod("once")));
        await harness.WaitForEventAsync("once", "Created");
        _before = static _ => { };
        await harness.CreateAsync(PodBuilder.Pod("free"));
        await harness.WaitForRunningAsync("free");
        Assert.Equal(1, Count(SimulatedOperation.StartContainer));

        Left(9);
        await AdvanceUntilAsync(() => harness.Pod("once")!.Status.Phase == PodPhases.Running);
        Assert.Equal(0, harness.Pod("once")!.Status.ContainerStatuses![0].RestartCount);
    }

    [Fact(Timeout = 60_000)]
    public async Task Agent_FencedWhileThePodEnds_DoesNotWaitForItsGrace()
    {
        await using var harness = await OpenAsync();
        await harness.CreateAsync(Once(PodBuilder.Pod("once")));
        await harness.WaitForRunningAsync("once");

        Left(-1);
        await AdvanceUntilAsync(() => harness.Pod("once")!.Status.ContainerStatuses![0].State.Terminated is not null);
        await harness.DeleteAsync("once", 1000);
        await harness.WaitForGoneAsync("once");
    }

    [Fact(Timeout = 60_000)]
    public async Task Agent_StartedWhileNotVouchedFor_KillsWhatItFinds()
    {
        await using var harness = await OpenAsync();
        await harness.CreateAsync(Once(PodBuilder.Pod("once")));
        await harness.WaitForRunningAsync("once");
        await harness.StopAgentAsync();

        Left(0);
        await harness.StartAgentAsync(harness.Runtime);
        await harness.WaitForAsync("once", p => p.Status.ContainerStatuses![0].State.Terminated is { ExitCode: 137 }, "killed");
    }

    [Fact(Timeout = 60_000)]
    public async Task Agent_RunOncePod_LabelsItsContainers()
    {
        await using var harness = await OpenAsync();
        await harness.CreateAsync(Once(PodBuilder.Pod("once")));
        await harness.CreateAsync(PodBuilder.Pod("free"));
        await harness.WaitForRunningAsync("once");
        await harness.WaitForRunningAsync("free");
        var labels = (await harness.Runtime.ListContainersAsync(TestContext.Current.CancellationToken)).ToDictionary(c => c.Pod.Name, c => c.Labels);
        Assert.Equal("true", labels["once"][RunOnce.Annotation]);
        Assert.Empty(labels["free"]);
    }

    ValueTask ISimulatedFaults.BeforeAsync(SimulatedOperation operation, string target, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _operations.Add(operation);
        }

        _before(operation);
        return ValueTask.CompletedTask;
    }

    private static Pod Once(Pod pod) => pod with { Metadata = pod.Metadata with { Annotations = new Dictionary<string, string> { [RunOnce.Annotation] = "true" } } };

    private void Left(double seconds) => Interlocked.Exchange(ref _left, TimeSpan.FromSeconds(seconds).Ticks);

    private int Count(SimulatedOperation operation)
    {
        lock (_gate)
        {
            return _operations.Count(o => o == operation);
        }
    }

    /// <summary>Look by look until it has happened; the test's time limit ends it.</summary>
    private async Task AdvanceUntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            _time.Advance(Period);
            await Task.Yield();
        }
    }

    private async Task<AgentHarness> OpenAsync()
    {
        var harness = new AgentHarness(new SimulatedRuntime(new SimulatedRuntimeOptions { Faults = this }, _time), _time)
        {
            AliveFor = () => TimeSpan.FromTicks(Interlocked.Read(ref _left)),
        };
        await harness.StartAsync();
        return harness;
    }
}
