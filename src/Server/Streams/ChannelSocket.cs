using System.Buffers;
using System.Net.WebSockets;

namespace ActorKube.Server.Streams;

/// <summary>A WebSocket whose binary messages begin with the number of the channel that they belong to. One reader; writers take turns.</summary>
internal sealed class ChannelSocket(WebSocket socket) : IDisposable
{
    public const byte Stdin = 0;
    public const byte Stdout = 1;
    public const byte Stderr = 2;
    public const byte Error = 3;
    public const byte Resize = 4;

    /// <summary>Followed by the number of the channel that is closed (version 5).</summary>
    public const byte Close = 255;

    private const int ReadSize = 32 * 1024;

    private readonly SemaphoreSlim _writing = new(1);
    private byte[] _buffer = new byte[ReadSize];

    /// <summary>The next message with its channel in front; null when the client has closed.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
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

            if (length == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }
        }
    }

    public async Task WriteAsync(byte channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        var message = ArrayPool<byte>.Shared.Rent(data.Length + 1);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            message[0] = channel;
            data.Span.CopyTo(message.AsSpan(1));
            await socket.SendAsync(message.AsMemory(0, data.Length + 1), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
            ArrayPool<byte>.Shared.Return(message);
        }
    }

    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _writing.Dispose();
}
