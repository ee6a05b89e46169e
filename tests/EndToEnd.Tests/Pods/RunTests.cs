using ActorKube.Tests.Engines;

namespace ActorKube.EndToEnd.Tests.Pods;

/// <summary><c>kubectl attach</c> and <c>run</c>.</summary>
public sealed class RunTests(EngineHost host) : IClassFixture<EngineHost>
{
    private const int Limit = 180_000;

    [Fact(Timeout = Limit)]
    public async Task Attach_Stdin_ReachesTheMainProcess()
    {
        await host.ApplyAsync(EngineHost.Manifest("talker", "while read line; do echo got $line; done") + "\n    stdin: true");
        await host.OkAsync("wait --for=condition=Ready pod/talker --timeout=100s");
        await using var session = host.Start("attach -i talker");

        await session.WriteAsync("one\n");
        await session.ReadUntilAsync("got one\n");
        await session.WriteAsync("two\n");
        await session.ReadUntilAsync("got two\n");

        Assert.Equal("got one\ngot two\n", await host.LogUntilAsync("talker", "two\n"));
    }

    [Fact(Timeout = Limit)]
    public async Task Run_WithInput_GivesItsOutputAndIsGone()
    {
        var (exitCode, output) = await host.KubectlAsync($"run once --image={TestImage.Name} --rm -i --restart=Never -- sh -c \"cat; echo end\"", "hello\n");

        Assert.Contains("hello\nend\n", output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
        await host.OkAsync("wait --for=delete pod/once --timeout=100s");
    }

    [Fact(Timeout = Limit)]
    public async Task Run_InATerminal_IsAShellAndIsGone()
    {
        await using var session = host.StartInTerminal($"run shell --image={TestImage.Name} --rm -it --restart=Never -- sh", columns: 90, rows: 30);

        await session.ReadUntilAsync("# ");
        await session.WriteAsync("echo $((40+2)); stty size; exit\n");

        var (exitCode, output) = await session.ReadToEndAsync();
        Assert.Contains("42", output, StringComparison.Ordinal);
        Assert.Contains("30 90", output, StringComparison.Ordinal);
        Assert.Contains("pod \"shell\" deleted", output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
        await host.OkAsync("wait --for=delete pod/shell --timeout=100s");
    }

    [Fact(Timeout = Limit)]
    public async Task Run_EndsAtOnce_ShowsItsOutputAllTheSame()
    {
        var (_, output) = await host.KubectlAsync($"run short --image={TestImage.Name} --rm -i --restart=Never -- echo short");

        Assert.Contains("short\n", output, StringComparison.Ordinal);
    }
}
