using System.Globalization;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Tests.Runtimes;

public abstract partial class RuntimeContract
{
    [Fact]
    public async Task ReadLogs_OfADeadContainer_IsAllThatItWrote()
    {
        await using var events = new EventLog(Runtime);
        var (_, id) = await RunAsync(NewPod(), NewContainer(Scripts.PrintAndServe("one", "two")));
        await FollowUntilAsync(id, "two\n");
        await Runtime.StopContainerAsync(id, TimeSpan.Zero, Cancellation);

        Assert.Equal("one\ntwo\n", await LogAsync(id));
        Assert.Equal("two\n", await LogAsync(id, new LogOptions { Tail = 1 }));
        Assert.Equal("", await LogAsync(id, new LogOptions { Tail = 0 }));
        Assert.Equal("", await LogAsync(id, new LogOptions { Stdout = false }));
    }

    [Fact]
    public async Task ReadLogs_WithTimestamps_BeginsEachLineWithItsTime()
    {
        var (_, id) = await RunAsync(NewPod(), NewContainer(Scripts.PrintAndServe("one", "two")));
        await FollowUntilAsync(id, "two\n");

        var lines = (await LogAsync(id, new LogOptions { Timestamps = true })).TrimEnd('\n').Split('\n');

        Assert.Equal(["one", "two"], lines.Select(l => l.Split(' ')[1]));
        Assert.All(lines, l => DateTimeOffset.Parse(l.Split(' ')[0], CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task ReadLogs_Following_EndsWithTheContainer()
    {
        var (_, id) = await RunAsync(NewPod(), NewContainer(Scripts.PrintAndServe("one")));
        var log = LogAsync(id, new LogOptions { Follow = true });

        await FollowUntilAsync(id, "one\n");
        await Runtime.StopContainerAsync(id, TimeSpan.Zero, Cancellation);

        Assert.Equal("one\n", await log);
    }

    [Fact]
    public async Task ReadLogs_NoSuchContainer_SaysSo() => Assert.Equal(RuntimeError.NotFound, await ErrorOf(() => LogAsync(new string('0', 64))));

    [Fact]
    public async Task ExecSync_OutcomeAndOutput_AreTheCommands()
    {
        var (_, id) = await RunAsync(NewPod(), NewContainer());

        Assert.Equal(new ExecResult(0, "hello\n", "", false), await Runtime.ExecSyncAsync(id, ["echo", "hello"], TimeSpan.FromSeconds(30), Cancellation));
        Assert.Equal(1, (await Runtime.ExecSyncAsync(id, ["false"], TimeSpan.FromSeconds(30), Cancellation)).ExitCode);
    }

    [Fact]
    public async Task ExecSync_ContainerEnded_SaysSo()
    {
        var (_, id) = await RunAsync(NewPod(), NewContainer());
        await Runtime.StopContainerAsync(id, TimeSpan.Zero, Cancellation);

        Assert.Equal(RuntimeError.Conflict, await ErrorOf(() => Runtime.ExecSyncAsync(id, ["true"], TimeSpan.FromSeconds(30), Cancellation)));
    }

    [Fact]
    public async Task Exec_Session_GivesOutputAndExitCode()
    {
        var (_, id) = await RunAsync(NewPod(), NewContainer());
        await using var session = await Runtime.ExecAsync(id, new ExecRequest(["echo", "hello"]), Cancellation);

        Assert.Equal("hello\n", await ReadAsync(session));
        Assert.Equal(0, await session.WaitForExitAsync(Cancellation));
    }

    [Fact]
    public async Task Attach_ContainerIsKilled_SessionEndsWithItsCode()
    {
        var (_, id) = await RunAsync(NewPod(), NewContainer());
        await using var session = await Runtime.AttachAsync(id, stdin: false, Cancellation);

        await Runtime.KillContainerAsync(id, "SIGKILL", Cancellation);

        Assert.Equal("", await ReadAsync(session));
        Assert.Equal(137, await session.WaitForExitAsync(Cancellation));
    }

    [Fact]
    public async Task Attach_DeadContainer_IsRefused()
    {
        var (_, id) = await RunAsync(NewPod(), NewContainer());
        await Runtime.StopContainerAsync(id, TimeSpan.Zero, Cancellation);

        Assert.Equal(RuntimeError.Conflict, await ErrorOf(() => Runtime.AttachAsync(id, stdin: false, Cancellation)));
    }

    /// <summary>Waits until the log ends so.</summary>
    protected async Task FollowUntilAsync(string containerId, string end)
    {
        var text = "";
        await foreach (var chunk in Runtime.ReadLogsAsync(containerId, new LogOptions { Follow = true }, Cancellation))
        {
            text += System.Text.Encoding.UTF8.GetString(chunk.Data.Span);
            if (text.EndsWith(end, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"the log ended with '{text}'");
    }

    protected static async Task<string> ReadAsync(IExecSession session, OutputStream? only = null)
    {
        var text = "";
        await foreach (var chunk in session.ReadOutputAsync(Cancellation))
        {
            text += only is null || chunk.Stream == only ? System.Text.Encoding.UTF8.GetString(chunk.Data.Span) : "";
        }

        return text;
    }
}
