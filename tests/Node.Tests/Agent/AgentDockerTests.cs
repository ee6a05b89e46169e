using System.Text;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Engine.Commands;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Runtimes.DockerEngine;
using ActorKube.NodeAgent.Probes;
using ActorKube.NodeAgent.Streams;
using ActorKube.NodeAgent.Tests.Agent.Support;
using ActorKube.Tests.Engines;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.NodeAgent.Tests.Agent;

/// <summary>Pods end to end on a real engine.</summary>
public sealed class AgentDockerTests(EngineFixture engine)
{
    private static readonly Dictionary<string, Quantity> Size = new() { ["storage"] = Quantity.Parse("1Gi") };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Agent_PodWithConfiguration_SeesItInVariablesAndFiles()
    {
        await using var harness = await OpenAsync();
        await harness.CreateAsync("configmaps", new ConfigMap
        {
            Metadata = new ObjectMeta { Name = "settings", Namespace = "default" },
            Data = new Dictionary<string, string> { ["color"] = "blue", ["app.conf"] = "size=1" },
        });
        await harness.CreateAsync("secrets", new Secret
        {
            Metadata = new ObjectMeta { Name = "login", Namespace = "default" },
            Data = new Dictionary<string, ReadOnlyMemory<byte>> { ["password"] = "hush"u8.ToArray() },
        });
        var container = Shell("app", "echo $COLOR $PASSWORD $GREETING $(cat /etc/settings/app.conf) $HOSTNAME; hostname; sleep 1000") with
        {
            Env =
            [
                new EnvVar { Name = "COLOR", ValueFrom = new EnvVarSource { ConfigMapKeyRef = new ConfigMapKeySelector { Name = "settings", Key = "color" } } },
                new EnvVar { Name = "PASSWORD", ValueFrom = new EnvVarSource { SecretKeyRef = new SecretKeySelector { Name = "login", Key = "password" } } },
                new EnvVar { Name = "GREETING", Value = "hello-$(COLOR)" },
            ],
            VolumeMounts =
            [
                new VolumeMount { Name = "settings", MountPath = "/etc/settings" },
                new VolumeMount { Name = "login", MountPath = "/etc/login" },
                new VolumeMount { Name = "scratch", MountPath = "/scratch" },
            ],
        };
        var pod = PodBuilder.Pod("configured", container);
        await harness.CreateAsync(pod with
        {
            Spec = pod.Spec with
            {
                Volumes =
                [
                    new Volume { Name = "settings", ConfigMap = new ConfigMapVolumeSource { Name = "settings" } },
                    new Volume { Name = "login", Secret = new SecretVolumeSource { SecretName = "login", DefaultMode = 0b100_000_000 } },
                    new Volume { Name = "scratch", EmptyDir = new EmptyDirVolumeSource { Medium = "Memory" } },
                ],
            },
        });
        await harness.WaitForRunningAsync("configured");

        Assert.Equal("blue hush hello-blue size=1 configured\nconfigured\n", await LogAsync(harness, "configured", 2));
        Assert.Equal("hush", (await ExecAsync(harness, "configured", "cat /etc/login/password && touch /scratch/x")).Trim());

        await harness.UpdateAsync<ConfigMap>("configmaps", "settings", c => c with { Data = new Dictionary<string, string> { ["app.conf"] = "size=2" } });
        Assert.Equal("size=2", (await ExecAsync(harness, "configured", "for i in $(seq 1000); do grep 2 /etc/settings/app.conf && exit; done")).Trim());
    }

    [Fact]
    public async Task Agent_Restarted_TakesOverWhatRuns()
    {
        var nodeId = "agent-" + Guid.NewGuid().ToString("n")[..12];
        await using var harness = await OpenAsync(nodeId);
        await harness.CreateAsync(PodBuilder.Pod("web", Shell("app", "sleep 1000")));
        var before = await harness.WaitForRunningAsync("web");

        await harness.StopAgentAsync();
        await using var second = await RuntimeAsync(nodeId);
        await harness.StartAgentAsync(second);
        await harness.UpdateAsync<Pod>("pods", "web", p => p with { Metadata = p.Metadata with { Labels = new Dictionary<string, string> { ["seen"] = "yes" } } });
        await harness.CreateAsync(PodBuilder.Pod("other", Shell("app", "sleep 1000")));
        await harness.WaitForRunningAsync("other");

        var after = harness.Pod("web")!;
        Assert.Equal(before.Status.ContainerStatuses![0].ContainerID, after.Status.ContainerStatuses![0].ContainerID);
        Assert.Equal(before.Status.ContainerStatuses![0].State.Running, after.Status.ContainerStatuses![0].State.Running);
        Assert.Equal(0, after.Status.ContainerStatuses![0].RestartCount);
        Assert.Equal(before.Status.PodIP, after.Status.PodIP);
        await harness.DeleteAsync("web", 1);
        await harness.WaitForGoneAsync("web");
        await harness.DeleteAsync("other", 1);
        await harness.WaitForGoneAsync("other");
        Assert.Empty(await second.ListContainersAsync(Cancellation));
    }

    [Fact]
    public async Task Agent_ContainerFails_IsRestartedAndTellsWhy()
    {
        await using var harness = await OpenAsync();
        await harness.CreateAsync(PodBuilder.Pod("fragile", Shell("app", "echo broken > /dev/termination-log; exit 3")));

        var pod = await harness.WaitForAsync("fragile", p => p.Status.ContainerStatuses?[0].State.Waiting?.Reason == "CrashLoopBackOff", "CrashLoopBackOff");
        var status = pod.Status.ContainerStatuses![0];
        Assert.Equal(1, status.RestartCount);
        Assert.Equal((3, "Error", "broken\n"), (status.LastState.Terminated!.ExitCode, status.LastState.Terminated.Reason, status.LastState.Terminated.Message));
        Assert.Equal("Running", pod.Status.Phase);
        await harness.WaitForEventAsync("fragile", "BackOff");
    }

    [Fact]
    public async Task Agent_InitAndSidecar_RunInOrderToTheEnd()
    {
        await using var harness = await OpenAsync();
        var shared = new VolumeMount { Name = "shared", MountPath = "/shared" };
        var pod = PodBuilder.Pod("ordered", Shell("main", "cat /shared/order; exit 0") with { VolumeMounts = [shared] })
            .Init(
                Shell("first", "echo first >> /shared/order") with { VolumeMounts = [shared] },
                Shell("helper", "echo helper >> /shared/order; trap 'exit 0' TERM; while true; do sleep 0.1; done") with
                {
                    VolumeMounts = [shared],
                    RestartPolicy = RestartPolicies.Always,
                    StartupProbe = new Probe { Exec = new ExecAction { Command = ["grep", "helper", "/shared/order"] }, PeriodSeconds = 1, TimeoutSeconds = 1, FailureThreshold = 10, SuccessThreshold = 1 },
                },
                Shell("second", "echo second >> /shared/order") with { VolumeMounts = [shared] })
            .Policy(RestartPolicies.Never);
        await harness.CreateAsync(pod with { Spec = pod.Spec with { Volumes = [new Volume { Name = "shared", EmptyDir = new EmptyDirVolumeSource() }] } });

        var ended = await harness.WaitForAsync("ordered", p => p.Status.Phase == PodPhases.Succeeded, "Succeeded");
        Assert.Equal("first\nhelper\nsecond\n", await LogAsync(harness, "ordered", 3, "main"));
        Assert.Equal(0, ended.Status.InitContainerStatuses![1].State.Terminated!.ExitCode);
    }

    [Fact]
    public async Task Agent_HttpProbe_DecidesReadiness()
    {
        using var network = new NetworkProber(TimeProvider.System);
        await using var harness = await OpenAsync(network: network);
        await harness.CreateAsync(PodBuilder.Pod("site", Shell("app", "mkdir /www; echo ok > /www/ok; httpd -f -p 8080 -h /www") with
        {
            Ports = [new ContainerPort { Name = "http", Port = 8080 }],
            ReadinessProbe = new Probe { HttpGet = new HTTPGetAction { Path = "/ok", Port = "http" }, PeriodSeconds = 1, TimeoutSeconds = 1, SuccessThreshold = 1, FailureThreshold = 1 },
        }));
        await harness.WaitForRunningAsync("site");

        await ExecAsync(harness, "site", "rm /www/ok");
        await harness.WaitForAsync("site", p => !PodReadiness.IsReady(p), "not ready");
        await harness.WaitForEventAsync("site", "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 404");
    }

    [Fact]
    public async Task Agent_SandboxKilled_MakesThePodAnew()
    {
        await using var harness = await OpenAsync();
        await harness.CreateAsync(PodBuilder.Pod("web", Shell("app", "sleep 1000")));
        await harness.WaitForRunningAsync("web");

        var sandbox = Assert.Single(await harness.Runtime.ListSandboxesAsync(Cancellation));
        await harness.Runtime.StopSandboxAsync(sandbox.Id, Cancellation);

        var pod = await harness.WaitForAsync("web", p => p.Status.ContainerStatuses![0] is { RestartCount: 1, Ready: true }, "restarted");
        Assert.Equal(137, pod.Status.ContainerStatuses![0].LastState.Terminated!.ExitCode);
        await harness.WaitForEventAsync("web", "SandboxChanged");
    }

    [Fact]
    public async Task Agent_Deleted_RunsThePreStopHookThenAsksThenKills()
    {
        await using var harness = await OpenAsync();
        using var folder = new HostFolder();
        var pod = PodBuilder.Pod("web", Shell("app", "trap 'echo term >> /host/log; exit 0' TERM; while true; do sleep 0.1; done") with
        {
            Lifecycle = new Lifecycle
            {
                PostStart = new LifecycleHandler { Exec = new ExecAction { Command = ["sh", "-c", "echo started >> /host/log"] } },
                PreStop = new LifecycleHandler { Exec = new ExecAction { Command = ["sh", "-c", "echo stopping >> /host/log"] } },
            },
            VolumeMounts = [new VolumeMount { Name = "host", MountPath = "/host" }],
        });
        await harness.CreateAsync(pod with { Spec = pod.Spec with { Volumes = [new Volume { Name = "host", HostPath = new HostPathVolumeSource { Path = folder.Path, Type = "Directory" } }] } });
        await harness.WaitForRunningAsync("web");

        await harness.DeleteAsync("web");
        await harness.WaitForGoneAsync("web");
        Assert.Equal("started\nstopping\nterm\n", await File.ReadAllTextAsync(Path.Combine(folder.Path, "log"), Cancellation));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(harness.DataDirectory, "pods")));
    }

    [Fact]
    public async Task Agent_BoundClaim_IsMountedAndOutlivesThePod()
    {
        await using var harness = await OpenAsync();
        using var folder = new HostFolder();
        var claim = await harness.CreateAsync("persistentvolumeclaims", new PersistentVolumeClaim
        {
            Metadata = new ObjectMeta { Name = "data", Namespace = "default" },
            Spec = new PersistentVolumeClaimSpec { AccessModes = ["ReadWriteOnce"], StorageClassName = "", VolumeName = "pv", Resources = new VolumeResourceRequirements { Requests = Size } },
        });
        await harness.CreateAsync("persistentvolumes", new PersistentVolume
        {
            Metadata = new ObjectMeta { Name = "pv" },
            Spec = new PersistentVolumeSpec
            {
                Capacity = Size,
                AccessModes = ["ReadWriteOnce"],
                HostPath = new HostPathVolumeSource { Path = folder.Path, Type = "" },
                ClaimRef = new ObjectReference { Namespace = "default", Name = "data", Uid = claim.Metadata.Uid },
            },
        });
        await harness.UpdateAsync<PersistentVolumeClaim>("persistentvolumeclaims", "data", static c => c with { Status = c.Status with { Phase = "Bound" } }, UpdateScope.Status);
        var pod = PodBuilder.Pod("web", Shell("app", "sleep 60") with
        {
            Lifecycle = new Lifecycle { PostStart = new LifecycleHandler { Exec = new ExecAction { Command = ["sh", "-c", "echo kept > /data/file"] } } },
            VolumeMounts = [new VolumeMount { Name = "v", MountPath = "/data" }],
        });
        var volume = new Volume { Name = "v", PersistentVolumeClaim = new PersistentVolumeClaimVolumeSource { ClaimName = "data" } };
        await harness.CreateAsync(pod with { Spec = pod.Spec with { Volumes = [volume] } });
        await harness.WaitForRunningAsync("web");

        await harness.DeleteAsync("web", grace: 0);
        await harness.WaitForGoneAsync("web");
        Assert.Equal("kept\n", await File.ReadAllTextAsync(Path.Combine(folder.Path, "file"), Cancellation));
    }

    [Fact]
    public async Task Agent_CommandMissing_SaysSoAndBacksOff()
    {
        await using var harness = await OpenAsync();
        await harness.CreateAsync(PodBuilder.Pod("broken", PodBuilder.Container("app", TestImage.Name) with { Command = ["/no/such"], ImagePullPolicy = PullPolicies.IfNotPresent }));
        var pod = await harness.WaitForAsync("broken", p => p.Status.ContainerStatuses?[0] is { State.Waiting.Reason: "CrashLoopBackOff" }, "CrashLoopBackOff");
        var ended = pod.Status.ContainerStatuses![0].LastState.Terminated!;
        Assert.Equal((127, "StartError"), (ended.ExitCode, ended.Reason));
        await harness.WaitForEventAsync("broken", "Failed");
    }

    [Fact]
    public async Task Agent_TooMuchMemory_IsReportedAsSuch()
    {
        await using var harness = await OpenAsync();
        await harness.CreateAsync(PodBuilder.Pod("hungry", Shell("app", "until [ -e /go ]; do :; done; x=1234567890; while true; do x=$x$x; done") with
        {
            Resources = new ResourceRequirements { Limits = new Dictionary<string, Quantity> { ["memory"] = Quantity.Parse("16Mi") } },
        }).Policy(RestartPolicies.Never));
        await harness.WaitForRunningAsync("hungry");

        // Not before: the engine begins to watch a container's memory a moment after its start.
        await ExecAsync(harness, "hungry", "touch /go");

        var pod = await harness.WaitForAsync("hungry", p => p.Status.Phase == PodPhases.Failed, "Failed");
        var ended = pod.Status.ContainerStatuses![0].State.Terminated!;
        Assert.Equal((137, "OOMKilled"), (ended.ExitCode, ended.Reason));
    }

    private static Container Shell(string name, string script) =>
        PodBuilder.Container(name, TestImage.Name) with { Command = ["sh", "-c", script], ImagePullPolicy = PullPolicies.IfNotPresent };

    private async Task<AgentHarness> OpenAsync(string? nodeId = null, INetworkProber? network = null)
    {
        var harness = new AgentHarness(await RuntimeAsync(nodeId ?? "agent-" + Guid.NewGuid().ToString("n")[..12])) { Network = network ?? new HealthyProber() };
        await harness.StartAsync();
        return harness;
    }

    private async Task<IContainerRuntime> RuntimeAsync(string nodeId) => new DockerRuntime(
        new DockerRuntimeOptions { NodeId = nodeId, Endpoint = await engine.GetEndpointAsync(), WarmPool = new WarmPoolOptions { Minimum = 1, Maximum = 2 } },
        TimeProvider.System,
        new Random(),
        NullLogger<DockerRuntime>.Instance);

    /// <summary>The log once it has so many lines.</summary>
    private static async Task<string> LogAsync(AgentHarness harness, string pod, int lines, string? container = null)
    {
        var text = new StringBuilder();
        var chunks = await harness.Agent.Streams.ReadLogsAsync("default", pod, new PodLogRequest { Container = container, Follow = true }, Cancellation);
        await foreach (var chunk in chunks)
        {
            text.Append(Encoding.UTF8.GetString(chunk.Span));
            if (text.ToString().Count(c => c == '\n') >= lines)
            {
                break;
            }
        }

        return text.ToString();
    }

    private static async Task<string> ExecAsync(AgentHarness harness, string pod, string script)
    {
        await using var session = await harness.Agent.Streams.ExecAsync("default", pod, null, new ExecRequest(["sh", "-c", script]), Cancellation);
        var text = new StringBuilder();
        await foreach (var chunk in session.ReadOutputAsync(Cancellation))
        {
            text.Append(Encoding.UTF8.GetString(chunk.Data.Span));
        }

        await session.WaitForExitAsync(Cancellation);
        return text.ToString();
    }

    private sealed class HostFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("actorkube-agent-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
