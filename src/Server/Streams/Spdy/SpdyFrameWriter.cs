using System.Buffers;
using System.Buffers.Binary;

namespace ActorKube.Server.Streams.Spdy;

/// <summary>
/// Writes frames, each in one piece. Thread-safe: writers take turns.
/// <para>
/// Who cancels a write gives up its turn, and nothing else: a frame that has been begun is written whole, whoever wants it, for a transport whose write is cancelled is of no more use to the other
/// streams. Only the end of the connection cancels a frame.
/// </para>
/// </summary>
internal sealed class SpdyFrameWriter(Stream target) : IDisposable
{
    /// <summary>Length is a number of 24 bits; smaller frames let streams share the connection.</summary>
    private const int MaxData = 64 * 1024;
    private const int HeadLength = 8;

    private readonly SemaphoreSlim _writing = new(1);
    private readonly SpdyHeaderEncoder _headers = new();
    private readonly CancellationTokenSource _ended = new();

    /// <summary>Bytes of a stream.</summary>
    /// <param name="isLast">No more follow.</param>
    public async Task WriteDataAsync(uint streamId, ReadOnlyMemory<byte> data, bool isLast, CancellationToken cancellationToken)
    {
        do
        {
            var part = data[..Math.Min(data.Length, MaxData)];
            data = data[part.Length..];
            await WriteAsync(streamId, isLast && data.IsEmpty ? SpdyFrame.Fin : (byte)0, part, cancellationToken).ConfigureAwait(false);
        }
        while (!data.IsEmpty);
    }

    /// <summary>Opens a stream.</summary>
    public Task OpenAsync(uint streamId, IReadOnlyCollection<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        // The stream that it belongs to (none), its priority and its slot follow the stream's number.
        var numbers = new byte[10];
        BinaryPrimitives.WriteUInt32BigEndian(numbers, streamId);
        return WriteHeadersAsync(SpdyFrameType.SynStream, numbers, headers, cancellationToken);
    }

    /// <summary>Takes a stream that the other side has opened.</summary>
    public Task ReplyAsync(uint streamId, CancellationToken cancellationToken) => WriteHeadersAsync(SpdyFrameType.SynReply, Number(streamId), [], cancellationToken);

    public Task ResetAsync(uint streamId, SpdyStatus status, CancellationToken cancellationToken) =>
        WriteControlAsync(SpdyFrameType.RstStream, [.. Number(streamId), .. Number((uint)status)], cancellationToken);

    public Task PingAsync(uint id, CancellationToken cancellationToken) => WriteControlAsync(SpdyFrameType.Ping, Number(id), cancellationToken);

    /// <summary>The connection has ended: what is being written is given up, with <see cref="SpdyResetException"/>.</summary>
    public Task EndAsync() => _ended.CancelAsync();

    public void Dispose()
    {
        _writing.Dispose();
        _ended.Dispose();
    }

    private Task WriteControlAsync(SpdyFrameType type, byte[] payload, CancellationToken cancellationToken) =>
        WriteAsync(First(type), 0, payload, cancellationToken);

    /// <summary>Compressed headers depend on all earlier ones, so they are made when it is their turn.</summary>
    private async Task WriteHeadersAsync(SpdyFrameType type, byte[] numbers, IReadOnlyCollection<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await SendAsync(First(type), 0, (byte[])[.. numbers, .. _headers.Encode(headers)]).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task WriteAsync(uint first, byte flags, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await SendAsync(first, flags, payload).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task SendAsync(uint first, byte flags, ReadOnlyMemory<byte> payload)
    {
        var frame = ArrayPool<byte>.Shared.Rent(HeadLength + payload.Length);
        try
        {
            BinaryPrimitives.WriteUInt32BigEndian(frame, first);
            BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), ((uint)flags << 24) | (uint)payload.Length);
            payload.CopyTo(frame.AsMemory(HeadLength));
            await target.WriteAsync(frame.AsMemory(0, HeadLength + payload.Length), _ended.Token).ConfigureAwait(false);
            await target.FlushAsync(_ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            throw new SpdyResetException("the connection has ended");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(frame);
        }
    }

    private static uint First(SpdyFrameType type) => 0x80030000 | (uint)type;

    private static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
