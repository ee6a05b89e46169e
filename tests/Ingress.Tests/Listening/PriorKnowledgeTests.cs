using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using ActorKube.Engine.Tests.Support;
using ActorKube.Ingresses.Listening;
using ActorKube.Ingresses.Tests.Support;
using Microsoft.AspNetCore.Connections;

namespace ActorKube.Ingresses.Tests.Listening;

/// <summary>Connections that begin, and end, without a request.</summary>
public sealed class PriorKnowledgeTests
{
    private const int Limit = 60_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limit)]
    public async Task Connection_ThatIsSilent_IsEndedQuietlyAfterAWhile()
    {
        var time = new ManualTime();
        var detecting = DetectAsync(new Pipe().Reader, time);
        time.Advance(TimeSpan.FromSeconds(149));
        Assert.False(detecting.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(1));

        Assert.False(await detecting);
    }

    [Fact(Timeout = Limit)]
    public async Task Connection_ThatBreaks_IsEndedQuietly()
    {
        var pipe = new Pipe();
        var detecting = DetectAsync(pipe.Reader, new ManualTime());

        await pipe.Writer.CompleteAsync(new ConnectionResetException("gone"));

        Assert.False(await detecting);
    }

    [Fact(Timeout = Limit)]
    public async Task Connection_ThatIsReset_IsNoErrorOfTheServer()
    {
        var lab = await IngressLab.StartAsync();
        for (var i = 0; i < 4; i++)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, lab.Ingress.HttpPort!.Value), Cancellation);
            await socket.SendAsync("PRI *"u8.ToArray(), Cancellation);

            // Closing resets.
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        // Those that were reset are over when the ingress is: it awaits them.
        await lab.DisposeAsync();
        Assert.Empty(lab.Errors);
    }

    /// <summary>Whether the connection is passed on.</summary>
    private static async Task<bool> DetectAsync(PipeReader input, ManualTime time)
    {
        var isPassedOn = false;
        var connection = new DefaultConnectionContext("1", new Duplex(input), new Duplex(input));
        await PriorKnowledge.DetectAsync(connection, _ => Task.FromResult(isPassedOn = true), time);
        return isPassedOn;
    }

    private sealed record Duplex(PipeReader Input) : IDuplexPipe
    {
        public PipeWriter Output { get; } = new Pipe().Writer;
    }
}
