using System.Buffers;
using System.Net.WebSockets;

namespace ActorKube.Server.Streams.RemoteCommands;

/// <summary>
/// A WebSocket whose binary messages begin with the number of the channel that they belong to: <c>v4.channel.k8s.io</c>, and <c>v5.channel.k8s.io</c>,
/// which can close a single channel as well (KEP-4006).
/// </summary>
internal sealed class ChannelSocket(WebSocket socket) : IRemoteChannels, IDisposable
{
    /// <summary>Followed by the number of the channel that is closed (version 5).</summary>
    private const byte Close = 255;
    private const int ReadSize = 32 * 1024;

    /// <summary>Larger messages break the connection off: clients send what they read at once, some tens of KiB.</summary>
    private const int MaxMessage = 32 * 1024 * 1024;

    /// <summary>Many times what a client needs, also one that is starved. The process runs meanwhile.</summary>
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _writing = new(1);
    private byte[] _buffer = new byte[ReadSize];

    /// <summary>
    /// Tells the client, by an empty message on the first channel that it reads, that it is connected. It makes its streams after the upgrade, and kubectl 1.32 drops what comes for one that isn't
    /// there yet, so it is given a moment.
    /// </summary>
    public async Task OpenAsync(RemoteChannel first, TimeProvider time, CancellationToken cancellationToken)
    {
        await Task.Delay(HeadStart, time, cancellationToken).ConfigureAwait(false);
        await WriteAsync(first, ReadOnlyMemory<byte>.Empty, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<RemoteInput?> ReadAsync(CancellationToken cancellationToken)
    {
        while (await ReadMessageAsync(cancellationToken).ConfigureAwait(false) is { } message)
        {
            if (Parse(message) is { } input)
            {
                return input;
            }
        }

        return null;
    }

    public async Task WriteAsync(RemoteChannel channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        var message = ArrayPool<byte>.Shared.Rent(data.Length + 1);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            message[0] = (byte)channel;
            data.Span.CopyTo(message.AsSpan(1));
            await socket.SendAsync(message.AsMemory(0, data.Length + 1), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken).ConfigureAwait(false);
        }
        catch (WebSocketException e)
        {
            throw new IOException(e.Message, e);
        }
        finally
        {
            _writing.Release();
            ArrayPool<byte>.Shared.Return(message);
        }
    }

    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (WebSocketException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    public void Dispose() => _writing.Dispose();

    /// <summary>Null for what means nothing: clients send empty messages as a sign of life.</summary>
    private static RemoteInput? Parse(ReadOnlyMemory<byte> message) => message.Span switch
    {
        [(byte)RemoteChannel.Stdin, _, ..] => new RemoteInput(RemoteInputKind.Data, message[1..]),
        [(byte)RemoteChannel.Resize, ..] => new RemoteInput(RemoteInputKind.Resize, message[1..]),
        [Close, (byte)RemoteChannel.Stdin] => new RemoteInput(RemoteInputKind.End),
        _ => null,
    };

    /// <summary>The next message with its channel in front; null when the client has closed, or gone.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReadMessageAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult part;
            try
            {
                part = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            }
            catch (WebSocketException)
            {
                return null;
            }

            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return _buffer.AsMemory(0, length);
            }

            if (length == MaxMessage)
            {
                return null;
            }

            if (length == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }
        }
    }
}
