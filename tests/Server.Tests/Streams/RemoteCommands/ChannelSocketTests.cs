using System.Net.WebSockets;
using ActorKube.Server.Streams.RemoteCommands;

namespace ActorKube.Server.Tests.Streams.RemoteCommands;

/// <summary>The channels of a remote command in the messages of a WebSocket.</summary>
public sealed class ChannelSocketTests
{
    [Theory(Timeout = 60_000)]
    [InlineData(true, true, (byte)RemoteChannel.Stdout)]
    [InlineData(false, true, (byte)RemoteChannel.Stderr)]
    [InlineData(false, false, (byte)RemoteChannel.Error)]
    public async Task Open_TellsTheClientOnTheFirstChannelThatItReads_OnceItHasItsStreams(bool stdout, bool stderr, byte channel)
    {
        var time = new ManualTime();
        await using var pipe = new MemoryStream();
        using var socket = WebSocket.CreateFromStream(pipe, new WebSocketCreationOptions { IsServer = true });
        using var channels = new ChannelSocket(socket);

        var opened = channels.OpenAsync(new RemoteOptions(Stdin: true, stdout, stderr, Tty: false).FirstRead, time, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromMilliseconds(49));
        Assert.Equal(0, pipe.Length);

        time.Advance(TimeSpan.FromMilliseconds(1));
        await opened;

        // A binary message (RFC 6455, 5.2) of one byte: the number of the channel.
        Assert.Equal([0x82, 1, channel], pipe.ToArray());
    }
}
