using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using ActorKube.NodeAgent.Docker;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.NodeAgent.Tests.Docker;

/// <summary>An engine that goes away and comes back, played by a socket.</summary>
public sealed class EventFollowerTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact(Timeout = 60_000)]
    public async Task Run_EngineRestarts_ConnectsAgainAndTellsSo()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "engine.sock");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        var seen = Channel.CreateUnbounded<string>();
        using var client = new DockerClient(DockerEndpoint.Parse($"unix://{path}"));
        using var stop = new CancellationTokenSource();
        var filters = new Dictionary<string, IReadOnlyList<string>> { ["type"] = ["container"] };
        var follower = new EventFollower(
            client, filters, () => seen.Writer.TryWrite("connected"), e => seen.Writer.TryWrite(e.Action), TimeProvider.System, NullLogger.Instance);
        var run = follower.RunAsync(stop.Token);

        var first = await ServeAsync(listener, "start", 1_700_000_000_123_456_789);
        Assert.Equal(["connected", "start"], await TakeAsync(seen, 2));
        first.Connection.Dispose();
        var second = await ServeAsync(listener, "die", 1_700_000_001_000_000_000);

        Assert.Equal(["connected", "die"], await TakeAsync(seen, 2));
        Assert.Contains("since=1700000000.123456700", second.Request, StringComparison.Ordinal);
        await stop.CancelAsync();
        await run;
        second.Connection.Dispose();
    }

    private static async Task<(Socket Connection, string Request)> ServeAsync(Socket listener, string action, long time)
    {
        var connection = await listener.AcceptAsync(TestContext.Current.CancellationToken);
        var buffer = new byte[4096];
        var length = await connection.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        var line = $$"""{"Type":"container","Action":"{{action}}","Actor":{"ID":"x"},"timeNano":{{time}}}""" + "\n";
        await connection.SendAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{line.Length:x}\r\n{line}\r\n"), TestContext.Current.CancellationToken);
        return (connection, Encoding.ASCII.GetString(buffer, 0, length));
    }

    private static async Task<List<string>> TakeAsync(Channel<string> seen, int count)
    {
        var taken = new List<string>();
        while (taken.Count < count)
        {
            taken.Add(await seen.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Limit));
        }

        return taken;
    }
}
