using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Tests.Support;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Runtimes.Simulated;
using ActorKube.NodeAgent.Streams;
using ActorKube.NodeAgent.Tests.Agent.Support;

namespace ActorKube.NodeAgent.Tests.Agent;

/// <summary>The agent on time that passes when the test says so.</summary>
public sealed class AgentSimulatedTests
{
    private readonly ManualTime _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Agent_ContainerCrashes_IsRestartedAfterGrowingDelays()
    {
        await using var harness = await OpenAsync(new SimulatedRuntimeOptions { Workload = _ => new SimulatedWorkload { RunsFor = TimeSpan.FromSeconds(1), ExitCode = 1 } });
        await harness.CreateAsync(PodBuilder.Pod("web"));
        await harness.WaitForRunningAsync("web");

        _time.Advance(TimeSpan.FromSeconds(1));
        await harness.WaitForAsync("web", p => p.Status.ContainerStatuses![0] is { RestartCount: 1, State.Running: not null }, "first restart, at once");
        _time.Advance(TimeSpan.FromSeconds(1));
        var held = await harness.WaitForAsync("web", p => p.Status.ContainerStatuses![0].State.Waiting?.Reason == "CrashLoopBackOff", "back-off");
        Assert.Contains("back-off 10s", held.Status.ContainerStatuses![0].State.Waiting!.Message, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromSeconds(10));
        await harness.WaitForAsync("web", p => p.Status.ContainerStatuses![0] is { RestartCount: 2, State.Running: not null }, "second restart");
        _time.Advance(TimeSpan.FromSeconds(1));
        await harness.WaitForAsync("web", p => p.Status.ContainerStatuses![0].State.Waiting?.Message?.StartsWith("back-off 20s", StringComparison.Ordinal) == true, "longer back-off");
    }

    [Fact]
    public async Task Agent_DeadlineOver_FailsThePod()
    {
        await using var harness = await OpenAsync();
        var pod = PodBuilder.Pod("job").Policy(RestartPolicies.Never);
        await harness.CreateAsync(pod with { Spec = pod.Spec with { ActiveDeadlineSeconds = 30 } });
        await harness.WaitForRunningAsync("job");

        _time.Advance(TimeSpan.FromSeconds(31));
        var failed = await harness.WaitForAsync("job", p => p.Status.ContainerStatuses![0].State.Terminated is not null, "terminated");
        Assert.Equal(("Failed", "DeadlineExceeded"), (failed.Status.Phase, failed.Status.Reason));
    }

    [Fact]
    public async Task Agent_PodEndsWhileItsStatusWaits_TellsHowBeforeItsObjectGoes()
    {
        var delay = TimeSpan.FromMinutes(5);
        await using var harness = new AgentHarness(new SimulatedRuntime(new SimulatedRuntimeOptions(), _time), _time) { PendingStatusDelay = delay };
        await harness.StartAsync();
        var armed = _time.ArmedAsync(delay);
        var pod = PodBuilder.Pod("web");
        await harness.CreateAsync(pod with { Metadata = pod.Metadata with { Finalizers = ["example.com/held"] } });
        await harness.WaitForEventAsync("web", "Started");
        await armed;

        await harness.DeleteAsync("web", grace: 0);
        while ((await harness.Runtime.ListSandboxesAsync(Cancellation)).Count > 0)
        {
            await Task.Yield();
        }

        _time.Advance(delay);
        var ended = await harness.WaitForAsync("web", static p => p.Status.StartTime is not null, "reported");
        Assert.NotNull(ended.Status.ContainerStatuses![0].State.Terminated);
    }

    [Fact]
    public async Task Agent_PullFails_BacksOffAndTellsInKubernetesWords()
    {
        var faults = new PullFaults();
        await using var harness = await OpenAsync(new SimulatedRuntimeOptions { Faults = faults });
        await harness.CreateAsync(PodBuilder.Pod("web"));

        await harness.WaitForAsync("web", p => p.Status.ContainerStatuses?[0].State.Waiting is { Reason: "ErrImagePull", Message: "no such host" }, "ErrImagePull");
        _time.Advance(TimeSpan.FromSeconds(5));
        await harness.WaitForAsync("web", p => p.Status.ContainerStatuses![0].State.Waiting?.Reason == "ImagePullBackOff", "ImagePullBackOff");
        await harness.WaitForEventAsync("web", "Pulling", "Pulling image \"example/app:1\"");
        await harness.WaitForEventAsync("web", "Failed", "Failed to pull image \"example/app:1\": no such host");
        await harness.WaitForEventAsync("web", "Failed", "Error: ErrImagePull");
        await harness.WaitForEventAsync("web", "BackOff", "Back-off pulling image \"example/app:1\"");
        faults.Fail = false;
        _time.Advance(TimeSpan.FromSeconds(5));
        await harness.WaitForRunningAsync("web");
    }

    [Fact]
    public async Task Agent_NeverPull_WaitsForTheImage()
    {
        await using var harness = await OpenAsync();
        await harness.CreateAsync(PodBuilder.Pod("web", PodBuilder.Container("app") with { ImagePullPolicy = PullPolicies.Never }));
        await harness.WaitForAsync("web", p => p.Status.ContainerStatuses?[0].State.Waiting?.Reason == "ErrImageNeverPull", "ErrImageNeverPull");
        await harness.Runtime.PullImageAsync("example/app:1", null, null, Cancellation);
        _time.Advance(TimeSpan.FromSeconds(10));
        await harness.WaitForRunningAsync("web");
        await harness.WaitForEventAsync("web", "Pulled", "Container image \"example/app:1\" already present on machine");
    }

    [Fact]
    public async Task Agent_ConfigMapMissing_StartsWhenItComes()
    {
        await using var harness = await OpenAsync();
        await harness.CreateAsync(PodBuilder.Pod("web", PodBuilder.Container("app") with { EnvFrom = [new EnvFromSource { ConfigMapRef = new ConfigMapEnvSource { Name = "c" } }] }));
        var held = await harness.WaitForAsync("web", p => p.Status.ContainerStatuses?[0].State.Waiting?.Reason == "CreateContainerConfigError", "config error");
        Assert.Equal("configmap \"c\" not found", held.Status.ContainerStatuses![0].State.Waiting!.Message);

        await harness.CreateAsync("configmaps", new ConfigMap { Metadata = new ObjectMeta { Name = "c", Namespace = "default" } });
        await harness.WaitForRunningAsync("web");
    }

    [Fact]
    public async Task Agent_VolumeNotSupported_WaitsAndSaysSo()
    {
        await using var harness = await OpenAsync();
        var pod = PodBuilder.Pod("web");
        await harness.CreateAsync(pod with
        {
            Spec = pod.Spec with { Volumes = [new Volume { Name = "data", PersistentVolumeClaim = new PersistentVolumeClaimVolumeSource { ClaimName = "c" } }] },
        });
        await harness.WaitForEventAsync("web", "FailedMount");
        await harness.WaitForAsync("web", p => p.Status.ContainerStatuses?[0].State.Waiting?.Reason == "ContainerCreating", "ContainerCreating");
        await harness.DeleteAsync("web", 0);
    }

    [Fact(Timeout = 120_000)]
    public async Task Agent_LivenessFails_RestartsTheContainer()
    {
        var healthy = true;
        await using var harness = await OpenAsync(new SimulatedRuntimeOptions
        {
            Workload = _ => new SimulatedWorkload { Exec = _ => Volatile.Read(ref healthy) ? new ExecResult(0, "", "", false) : new ExecResult(1, "sick\n", "", false) },
        });
        await harness.CreateAsync(PodBuilder.Pod("web", PodBuilder.Container("app") with
        {
            LivenessProbe = new Probe { Exec = new ExecAction { Command = ["check"] }, PeriodSeconds = 5, FailureThreshold = 1, SuccessThreshold = 1, TimeoutSeconds = 1 },
        }));
        await harness.WaitForRunningAsync("web");

        Volatile.Write(ref healthy, false);
        await AdvanceUntilAsync(() => harness.Pod("web")!.Status.ContainerStatuses![0].RestartCount == 1);
        await harness.WaitForEventAsync("web", "Unhealthy", "Liveness probe failed: sick\n");
        await harness.WaitForEventAsync("web", "Killing", "Container app failed liveness probe, will be restarted");
    }

    [Fact]
    public async Task Agent_Restarted_KeepsContainersAndRemovesOrphans()
    {
        var runtime = new SimulatedRuntime(new SimulatedRuntimeOptions(), _time);
        await using var harness = new AgentHarness(runtime, _time);
        await harness.StartAsync();
        await harness.CreateAsync(PodBuilder.Pod("kept"));
        await harness.CreateAsync(PodBuilder.Pod("orphan"));
        var before = await harness.WaitForRunningAsync("kept");
        await harness.WaitForRunningAsync("orphan");

        await harness.StopAgentAsync();
        await harness.DeleteAsync("orphan", 0);
        var revision = harness.View.Revision;
        var gone = SandboxRemoved(runtime);
        await harness.StartAgentAsync(runtime);
        await gone;

        await harness.CreateAsync(PodBuilder.Pod("next"));
        await harness.WaitForRunningAsync("next");
        Assert.Equal(before.Status.ContainerStatuses![0], harness.Pod("kept")!.Status.ContainerStatuses![0] with { VolumeMounts = null }, (a, b) => a?.ContainerID == b?.ContainerID && b?.RestartCount == 0);
        Assert.DoesNotContain(harness.View.Snapshot().List("pods"), s => s.Key.Name == "kept" && s.Revision > revision);
        Assert.Equal(2, (await runtime.ListSandboxesAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task Agent_ContainerRemovedBehindItsBack_StartsAnother()
    {
        await using var harness = await OpenAsync();
        await harness.CreateAsync(PodBuilder.Pod("web"));
        await harness.WaitForRunningAsync("web");
        var container = Assert.Single(await harness.Runtime.ListContainersAsync(Cancellation));
        await harness.Runtime.RemoveContainerAsync(container.Id, Cancellation);
        await harness.WaitForAsync("web", p => p.Status.ContainerStatuses![0] is { RestartCount: 1, State.Running: not null }, "replaced");
    }

    [Fact]
    public async Task Agent_OthersCondition_IsKeptAndOpensTheGate()
    {
        await using var harness = await OpenAsync();
        var pod = PodBuilder.Pod("web");
        await harness.CreateAsync(pod with { Spec = pod.Spec with { ReadinessGates = [new PodReadinessGate { ConditionType = "example.com/gate" }] } });
        await harness.WaitForAsync("web", p => PodConditions.IsTrue(p.Status, "ContainersReady"), "containers ready");
        Assert.False(PodReadiness.IsReady(harness.Pod("web")!));

        await harness.UpdateAsync<Pod>("pods", "web", p => p with { Status = PodConditions.With(p.Status, "example.com/gate", "True", _time.GetUtcNow()) }, UpdateScope.Status);
        await harness.WaitForRunningAsync("web");
    }

    [Fact]
    public async Task Streams_ContainerNotNamedOrNotThere_SaysWhat()
    {
        await using var harness = await OpenAsync(new SimulatedRuntimeOptions { Workload = _ => new SimulatedWorkload { Log = ["hello", "world"] } });
        await harness.CreateAsync(PodBuilder.Pod("two", PodBuilder.Container("a"), PodBuilder.Container("b")));
        await harness.WaitForRunningAsync("two");
        Assert.Equal("a container name must be specified for pod two, choose one of: [a b]", await RefusedAsync(harness, new PodLogRequest()));
        Assert.Equal("container x is not valid for pod two", await RefusedAsync(harness, new PodLogRequest { Container = "x" }));
        Assert.Equal("previous terminated container \"a\" in pod \"two\" not found", await RefusedAsync(harness, new PodLogRequest { Container = "a", Previous = true }));

        var text = new List<byte>();
        await foreach (var chunk in await harness.Agent.Streams.ReadLogsAsync("default", "two", new PodLogRequest { Container = "a", LimitBytes = 8 }, Cancellation))
        {
            text.AddRange(chunk.Span);
        }

        Assert.Equal("hello\nwo", System.Text.Encoding.UTF8.GetString([.. text]));
    }

    private static async Task<string> RefusedAsync(AgentHarness harness, PodLogRequest request) =>
        (await Assert.ThrowsAsync<ApiException>(() => harness.Agent.Streams.ReadLogsAsync("default", "two", request, Cancellation))).Message;

    /// <summary>For what follows a timer whose setting can't be seen: second by second until it has happened.</summary>
    private async Task AdvanceUntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            Cancellation.ThrowIfCancellationRequested();
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    private static async Task SandboxRemoved(SimulatedRuntime runtime)
    {
        await foreach (var item in runtime.WatchAsync(Cancellation))
        {
            if (item.Kind == RuntimeEventKind.SandboxRemoved)
            {
                return;
            }
        }
    }

    private async Task<AgentHarness> OpenAsync(SimulatedRuntimeOptions? options = null)
    {
        var harness = new AgentHarness(new SimulatedRuntime(options ?? new SimulatedRuntimeOptions(), _time), _time);
        await harness.StartAsync();
        return harness;
    }

    private sealed class PullFaults : ISimulatedFaults
    {
        public bool Fail { get; set; } = true;

        public ValueTask BeforeAsync(SimulatedOperation operation, string target, CancellationToken cancellationToken) =>
            Fail && operation == SimulatedOperation.PullImage ? throw new RuntimeException(RuntimeError.PullFailed, "no such host") : ValueTask.CompletedTask;
    }
}
