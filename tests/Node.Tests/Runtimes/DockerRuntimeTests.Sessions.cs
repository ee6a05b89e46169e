using System.Text;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Tests.Runtimes;

public sealed partial class DockerRuntimeTests
{
    [Fact(Timeout = 60_000)]
    public async Task ReadLogs_BothStreams_AreTold()
    {
        var (_, id) = await RunAsync(Pod(), Container("echo out; echo err >&2"));
        await FollowAsync(id);

        var chunks = new List<(OutputStream, string)>();
        await foreach (var chunk in Runtime.ReadLogsAsync(id, new LogOptions(), Cancellation))
        {
            chunks.Add((chunk.Stream, Encoding.UTF8.GetString(chunk.Data.Span)));
        }

        Assert.Equal([(OutputStream.Stdout, "out\n"), (OutputStream.Stderr, "err\n")], chunks.Order());
    }

    [Fact(Timeout = 60_000)]
    public async Task ReadLogs_Since_LeavesOutWhatIsOlder()
    {
        var (_, id) = await RunAsync(Pod(), Container("echo old; read x; echo new") with { Stdin = true, StdinOnce = true });
        await FollowUntilAsync(id, "old\n");
        var between = TimeProvider.System.GetUtcNow();
        await using (var session = await Runtime.AttachAsync(id, stdin: true, Cancellation))
        {
            await session.Input.WriteAsync("go\n"u8.ToArray(), Cancellation);
            Assert.Equal(0, await session.WaitForExitAsync(Cancellation));
        }

        var text = "";
        await foreach (var chunk in Runtime.ReadLogsAsync(id, new LogOptions { Since = between }, Cancellation))
        {
            text += Encoding.UTF8.GetString(chunk.Data.Span);
        }

        Assert.Equal("new\n", text);
    }

    [Fact(Timeout = 60_000)]
    public async Task ExecSync_StderrAndCode_AreApart()
    {
        var (_, id) = await RunAsync(Pod(), Container("exec sleep 1000"));

        Assert.Equal(new ExecResult(3, "out\n", "err\n", false), await Runtime.ExecSyncAsync(id, Scripts.Shell("echo out; echo err >&2; exit 3"), TimeSpan.FromSeconds(30), Cancellation));
    }

    [Fact(Timeout = 60_000)]
    public async Task ExecSync_NoSuchCommand_IsACodeAndNotAnError()
    {
        var (_, id) = await RunAsync(Pod(), Container("exec sleep 1000"));

        var result = await Runtime.ExecSyncAsync(id, ["no-such-command"], TimeSpan.FromSeconds(30), Cancellation);

        Assert.Contains(result.ExitCode, new[] { 126, 127 });
        Assert.Contains("no-such-command", result.Stdout + result.Stderr, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task ExecSync_TooSlow_IsKilled()
    {
        var (_, id) = await RunAsync(Pod(), Container("exec sleep 1000"));

        var result = await Runtime.ExecSyncAsync(id, ["sleep", "777"], TimeSpan.FromMilliseconds(300), Cancellation);

        Assert.True(result.TimedOut);
        var wait = await Runtime.ExecSyncAsync(id, Scripts.Shell("while ps | grep -v grep | grep -q 'sleep 777'; do :; done"), TimeSpan.FromSeconds(30), Cancellation);
        Assert.Equal(0, wait.ExitCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task Exec_Stdin_IsReadToItsEnd()
    {
        var (_, id) = await RunAsync(Pod(), Container("exec sleep 1000"));
        await using var session = await Runtime.ExecAsync(id, new ExecRequest(Scripts.Shell("wc -c; exit 5")) { Stdin = true }, Cancellation);

        await session.Input.WriteAsync(new byte[1_000_000], Cancellation);
        await session.CloseInputAsync(Cancellation);

        Assert.Equal("1000000", (await ReadAsync(session)).Trim());
        Assert.Equal(5, await session.WaitForExitAsync(Cancellation));
    }

    [Fact(Timeout = 60_000)]
    public async Task Exec_Tty_HasTheSizeThatItWasGiven()
    {
        var (_, id) = await RunAsync(Pod(), Container("exec sleep 1000"));
        await using var session = await Runtime.ExecAsync(id, new ExecRequest(Scripts.Shell("read x; stty size")) { Stdin = true, Tty = true }, Cancellation);

        await session.ResizeAsync(132, 43, Cancellation);
        await session.Input.WriteAsync("go\n"u8.ToArray(), Cancellation);

        Assert.Contains("43 132", await ReadAsync(session), StringComparison.Ordinal);
        Assert.Equal(0, await session.WaitForExitAsync(Cancellation));
    }

    [Fact(Timeout = 60_000)]
    public async Task Exec_LargeOutput_ArrivesWhole()
    {
        var (_, id) = await RunAsync(Pod(), Container("exec sleep 1000"));
        await using var session = await Runtime.ExecAsync(id, new ExecRequest(["dd", "if=/dev/zero", "bs=1M", "count=8"]), Cancellation);

        long length = 0;
        await foreach (var chunk in session.ReadOutputAsync(Cancellation))
        {
            length += chunk.Stream == OutputStream.Stdout ? chunk.Data.Length : 0;
        }

        Assert.Equal(8 << 20, length);
    }

    [Fact(Timeout = 60_000)]
    public async Task Attach_StdinOnce_EndsTheProcessWithItsInput()
    {
        var (_, id) = await RunAsync(Pod(), Container("echo ready; cat; echo end") with { Stdin = true, StdinOnce = true });
        await FollowUntilAsync(id, "ready\n");
        await using var session = await Runtime.AttachAsync(id, stdin: true, Cancellation);

        await session.Input.WriteAsync("hello\n"u8.ToArray(), Cancellation);
        await session.CloseInputAsync(Cancellation);

        Assert.EndsWith("hello\nend\n", await ReadAsync(session), StringComparison.Ordinal);
        Assert.Equal(0, await session.WaitForExitAsync(Cancellation));
    }

    private static async Task<string> ReadAsync(IExecSession session)
    {
        var text = new StringBuilder();
        await foreach (var chunk in session.ReadOutputAsync(Cancellation))
        {
            text.Append(Encoding.UTF8.GetString(chunk.Data.Span));
        }

        return text.ToString();
    }
}
