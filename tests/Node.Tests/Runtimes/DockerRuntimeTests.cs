using System.Text;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Runtimes.DockerEngine;
using ActorKube.Tests.Engines;

namespace ActorKube.NodeAgent.Tests.Runtimes;

/// <summary>What only real processes can show. Every pod here has a warm sandbox unless it asks for what those can't give.</summary>
public sealed partial class DockerRuntimeTests(EngineFixture engine) : IAsyncLifetime
{
    private readonly string _node = DockerNode.NewId();
    private DockerRuntime? _runtime;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DockerRuntime Runtime => _runtime ?? throw new InvalidOperationException("not opened");

    public async ValueTask InitializeAsync() => _runtime = await DockerNode.OpenWarmAsync(engine, 1, _node);

    public async ValueTask DisposeAsync()
    {
        await Runtime.PurgeAsync(CancellationToken.None);
        await Runtime.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Container_CommandArgsEnvironmentAndDirectory_ReachTheProcess()
    {
        var log = await RunToEndAsync(Pod(), Container("""echo "$0 $GREETING $HOSTNAME"; pwd""") with
        {
            Args = ["there"],
            Environment = [new("GREETING", "no"), new("GREETING", "hello")],
            WorkingDirectory = "/tmp",
        });

        Assert.Equal("there hello web-0\n/tmp\n", log);
    }

    [Fact(Timeout = 60_000)]
    public async Task Container_SecuritySettings_BindTheProcess()
    {
        var log = await RunToEndAsync(Pod(), Container("id -u; id -g; id -G; touch /x 2>/dev/null || echo read-only; grep -E 'NoNewPrivs|CapEff' /proc/self/status | tr '\\t' ' '") with
        {
            Security = new ContainerSecurity
            {
                UserId = 1000, GroupId = 2000, SupplementalGroups = [3000], ReadOnlyRootFilesystem = true, NoNewPrivileges = true, DropCapabilities = ["ALL"],
            },
        });

        Assert.Equal("1000\n2000\n2000 3000\nread-only\nCapEff: 0000000000000000\nNoNewPrivs: 1\n", log);
    }

    [Fact(Timeout = 60_000)]
    public async Task Container_Mounts_ShowTheHostsFilesAndMemory()
    {
        using var directory = new TemporaryDirectory();
        await File.WriteAllTextAsync(Path.Combine(directory.Path, "file"), "from the host\n", Cancellation);

        var log = await RunToEndAsync(Pod(), Container("cat /ro/file; (echo x >/ro/y) 2>/dev/null || echo denied; echo written >/rw/out; grep ' /mem ' /proc/mounts | cut -d' ' -f3") with
        {
            Mounts =
            [
                new ContainerMount { HostPath = directory.Path, ContainerPath = "/ro", ReadOnly = true },
                new ContainerMount { HostPath = directory.Path, ContainerPath = "/rw" },
                new ContainerMount { ContainerPath = "/mem", TmpfsSizeBytes = 1 << 20 },
            ],
        });

        Assert.Contains("from the host\n", log, StringComparison.Ordinal);
        Assert.Contains("denied\n", log, StringComparison.Ordinal);
        Assert.EndsWith("tmpfs\n", log, StringComparison.Ordinal);
        Assert.Equal("written\n", await File.ReadAllTextAsync(Path.Combine(directory.Path, "out"), Cancellation));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Container_HostnameAndFiles_AreThePods(bool strict)
    {
        var pod = Pod() with
        {
            StrictHostname = strict,
            Domain = "web.default.svc.cluster.local",
            HostAliases = [new HostAlias("10.9.8.7", ["db", "db.example"])],
            Dns = new DnsConfig(["10.96.0.10"], ["default.svc.cluster.local"], ["ndots:5"]),
        };
        var log = await RunToEndAsync(pod, Container("hostname; cat /etc/hostname /etc/resolv.conf; tail -n 2 /etc/hosts"));

        var address = Assert.Single(Assert.Single(await Runtime.ListSandboxesAsync(Cancellation)).Addresses);
        Assert.Equal(
            $"""
            web-0
            web-0
            search default.svc.cluster.local
            nameserver 10.96.0.10
            options ndots:5
            {address}	web-0.web.default.svc.cluster.local	web-0
            10.9.8.7	db	db.example

            """,
            log);
    }

    [Fact(Timeout = 60_000)]
    public async Task Container_OutOfMemory_SaysSo()
    {
        await using var events = new EventLog(Runtime);
        var (_, id) = await RunAsync(Pod(), Container("exec sleep 1000") with { Resources = new ContainerResources { MemoryLimitBytes = 16 << 20 } });

        // What takes the memory is another process than the first: the engine may miss what kills a container in its first moment.
        await using var session = await Runtime.ExecAsync(id, new ExecRequest(["dd", "if=/dev/zero", "of=/dev/null", "bs=64M"]), Cancellation);
        Assert.Equal(137, await session.WaitForExitAsync(Cancellation));
        await events.WaitAsync(RuntimeEventKind.ContainerOutOfMemory, id);
        await Runtime.StopContainerAsync(id, TimeSpan.Zero, Cancellation);
        await events.WaitAsync(RuntimeEventKind.ContainerDied, id);

        var status = await Runtime.GetContainerAsync(id, Cancellation);
        Assert.Equal((137, true), (status?.ExitCode, status?.OutOfMemory));
    }

    [Fact(Timeout = 60_000)]
    public async Task Container_NegativeOomScore_StartsWithOrWithoutTheRight() =>
        Assert.Equal("up\n", await RunToEndAsync(Pod(), Container("echo up") with { Resources = new ContainerResources { OomScoreAdjust = -998 } }));

    [Theory(Timeout = 60_000)]
    [InlineData("/no/such")]
    [InlineData("/etc/passwd")]
    public async Task StartContainer_CantBeExecuted_FailsWithACodeOfAShell(string command)
    {
        var pod = Pod();
        var sandbox = await Runtime.CreateSandboxAsync(pod, Cancellation);
        var id = await Runtime.CreateContainerAsync(sandbox.Id, pod, Container("") with { Command = [command] }, Cancellation);

        var e = await Assert.ThrowsAsync<RuntimeException>(() => Runtime.StartContainerAsync(id, Cancellation));

        // Engines differ in which of the two it is for a file that may not be executed.
        Assert.Equal(RuntimeError.StartFailed, e.Error);
        Assert.Contains(e.ExitCode, new int?[] { 126, 127 });
        Assert.Contains(command, e.Message, StringComparison.Ordinal);
        var status = await Runtime.GetContainerAsync(id, Cancellation);
        Assert.Equal((ContainerState.Exited, e.ExitCode), (status?.State, status?.ExitCode));
    }

    [Fact(Timeout = 60_000)]
    public async Task PullImage_RegistryOutOfReach_FailsWithItsAnswer()
    {
        var e = await Assert.ThrowsAsync<RuntimeException>(() => Runtime.PullImageAsync("127.0.0.1:1/none", null, null, Cancellation));

        Assert.Equal(RuntimeError.PullFailed, e.Error);
        Assert.Contains("127.0.0.1:1", e.Message, StringComparison.Ordinal);
    }

    private static SandboxConfig Pod(string name = "web-0") => new() { Pod = new PodIdentity("default", name, Guid.NewGuid().ToString()), Hostname = name };

    private static ContainerConfig Container(string script) => new() { Name = "main", Image = TestImage.Name, Command = Scripts.Shell(script) };

    private async Task<(SandboxStatus Sandbox, string Id)> RunAsync(SandboxConfig pod, ContainerConfig container)
    {
        var sandbox = await Runtime.CreateSandboxAsync(pod, Cancellation);
        var id = await Runtime.CreateContainerAsync(sandbox.Id, pod, container, Cancellation);
        await Runtime.StartContainerAsync(id, Cancellation);
        return (sandbox, id);
    }

    private async Task<string> RunToEndAsync(SandboxConfig pod, ContainerConfig container) => await FollowAsync((await RunAsync(pod, container)).Id);

    private async Task<string> FollowAsync(string id)
    {
        var text = new StringBuilder();
        await foreach (var chunk in Runtime.ReadLogsAsync(id, new LogOptions { Follow = true }, Cancellation))
        {
            text.Append(Encoding.UTF8.GetString(chunk.Data.Span));
        }

        return text.ToString();
    }

    private async Task FollowUntilAsync(string id, string end)
    {
        var text = "";
        await foreach (var chunk in Runtime.ReadLogsAsync(id, new LogOptions { Follow = true }, Cancellation))
        {
            text += Encoding.UTF8.GetString(chunk.Data.Span);
            if (text.EndsWith(end, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"the log ended with '{text}'");
    }
}
