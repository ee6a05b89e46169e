using System.Text;

namespace ActorKube.EndToEnd.Tests.Pods;

/// <summary><c>kubectl exec</c> and <c>cp</c>.</summary>
public sealed class ExecTests(EngineHost host) : IClassFixture<EngineHost>
{
    private const int Limit = 180_000;

    /// <summary>Through a WebSocket, as kubectl does it, and over SPDY, as it did before 1.31.</summary>
    private const string Switch = "KUBECTL_REMOTE_COMMAND_WEBSOCKETS";

    [Theory(Timeout = Limit)]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Exec_Command_HasItsStreamsAndItsExitCode(string webSockets)
    {
        var pod = "box-" + webSockets;
        await host.RunPodAsync(pod, "exec sleep 1000");
        (string, string) transport = (Switch, webSockets);

        Assert.Equal((0, "hello\n"), await host.KubectlAsync($"exec {pod} -- echo hello", "", transport));
        Assert.Equal((3, "out\nerr\ncommand terminated with exit code 3\n"), await host.KubectlAsync($"exec {pod} -- sh -c \"echo out; echo err >&2; exit 3\"", "", transport));
        Assert.Equal((0, "5000000\n"), await host.KubectlAsync($"exec -i {pod} -- wc -c", new string('x', 5_000_000), transport));
        Assert.Equal(8_000_000, (await host.KubectlAsync($"exec {pod} -- sh -c \"head -c 8000000 /dev/zero | tr '\\0' x\"", "", transport)).Output.Length);
    }

    [Theory(Timeout = Limit)]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Exec_CommandEndsBeforeItsInput_IsTold(string webSockets)
    {
        var pod = "deaf-" + webSockets;
        await host.RunPodAsync(pod, "exec sleep 1000");

        var (exitCode, output) = await host.KubectlAsync($"exec -i {pod} -- sh -c \"head -c 3; exit 4\"", new string('x', 5_000_000), (Switch, webSockets));

        Assert.Equal(4, exitCode);
        Assert.StartsWith("xxx", output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Exec_Terminal_HasTheSizeOfTheClients()
    {
        await host.RunPodAsync("terminal", "exec sleep 1000");
        await using var session = host.StartInTerminal("exec -it terminal -- sh", columns: 111, rows: 33);

        await session.ReadUntilAsync("# ");
        await session.WriteAsync("tty; stty size; exit 5\n");

        var (exitCode, output) = await session.ReadToEndAsync();
        Assert.Contains("/dev/pts/", output, StringComparison.Ordinal);
        Assert.Contains("33 111", output, StringComparison.Ordinal);
        Assert.Equal(5, exitCode);
    }

    [Fact(Timeout = Limit)]
    public async Task Exec_WhereNothingRuns_SaysSo()
    {
        await host.ApplyAsync(EngineHost.Manifest("ended", "exit 0", "restartPolicy: Never"));
        await host.WaitAsync("pod/ended", ".status.phase", "Succeeded");

        Assert.Contains("cannot exec into a container in a completed pod; current phase is Succeeded", (await host.KubectlAsync("exec ended -- true")).Output, StringComparison.Ordinal);
        Assert.Contains("pods \"nobody\" not found", (await host.KubectlAsync("exec nobody -- true")).Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Cp_DirectoryThereAndBack_IsTheSame()
    {
        await host.RunPodAsync("files", "exec sleep 1000");
        using var source = new TemporaryDirectory();
        using var target = new TemporaryDirectory();
        var content = Encoding.ASCII.GetString([.. Enumerable.Range(0, 1_000_000).Select(i => (byte)('a' + i % 26))]);
        Directory.CreateDirectory(Path.Combine(source.Path, "sub"));
        await File.WriteAllTextAsync(Path.Combine(source.Path, "sub", "large"), content, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(source.Path, "small"), "x", TestContext.Current.CancellationToken);

        await host.OkAsync($"cp {source.Path} files:/tmp/there");
        await host.OkAsync($"cp files:/tmp/there {target.Path}/back");

        Assert.Equal(content, await File.ReadAllTextAsync(Path.Combine(target.Path, "back", "sub", "large"), TestContext.Current.CancellationToken));
        Assert.Equal("x", await File.ReadAllTextAsync(Path.Combine(target.Path, "back", "small"), TestContext.Current.CancellationToken));
    }
}
