using System.Buffers.Binary;

namespace ActorKube.Server.Streams.Spdy;

/// <summary>Reads frames. Control frames come whole, the bytes of a data frame as they arrive. Not thread-safe.</summary>
internal sealed class SpdyFrameReader(Stream source)
{
    private const int HeadLength = 8;

    // Room for one control frame: the headers of a stream take a few hundred bytes.
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private SpdyFrame _data;
    private int _left;

    /// <summary>Null at the end.</summary>
    /// <exception cref="SpdyException">What comes is no SPDY/3.</exception>
    /// <exception cref="EndOfStreamException">The end came inside a frame.</exception>
    public async ValueTask<SpdyFrame?> ReadAsync(CancellationToken cancellationToken)
    {
        if (_left == 0)
        {
            if (!await FillAsync(HeadLength, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            var (frame, length) = ParseHead(Take(HeadLength).Span);
            if (frame.Type != SpdyFrameType.Data)
            {
                return frame with { Payload = await TakeAsync(length, cancellationToken).ConfigureAwait(false) };
            }

            if (length == 0)
            {
                return frame;
            }

            (_data, _left) = (frame, length);
        }

        return await ReadDataAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<SpdyFrame> ReadDataAsync(CancellationToken cancellationToken)
    {
        if (_start == _end && !await FillAsync(1, cancellationToken).ConfigureAwait(false))
        {
            throw new EndOfStreamException();
        }

        var part = Take(Math.Min(_left, _end - _start));
        _left -= part.Length;
        return _data with { Payload = part, Flags = _left == 0 ? _data.Flags : (byte)0 };
    }

    /// <summary>Bit 31 tells control frames: 15 bits of version and 16 of type follow. Otherwise it is the stream's number. Then 8 bits of flags and 24 of length.</summary>
    private static (SpdyFrame Frame, int Length) ParseHead(ReadOnlySpan<byte> head)
    {
        const ushort Control = 0x8003;
        var length = (int)(BinaryPrimitives.ReadUInt32BigEndian(head[4..]) & 0xffffff);
        if ((head[0] & 0x80) == 0)
        {
            return (new SpdyFrame(SpdyFrameType.Data, head[4], BinaryPrimitives.ReadUInt32BigEndian(head), default), length);
        }

        return BinaryPrimitives.ReadUInt16BigEndian(head) == Control
            ? (new SpdyFrame((SpdyFrameType)BinaryPrimitives.ReadUInt16BigEndian(head[2..]), head[4], 0, default), length)
            : throw new SpdyException("a frame of another version than SPDY/3");
    }

    private async ValueTask<ReadOnlyMemory<byte>> TakeAsync(int length, CancellationToken cancellationToken)
    {
        if (length > _buffer.Length)
        {
            throw new SpdyException($"a control frame of {length} bytes");
        }

        return await FillAsync(length, cancellationToken).ConfigureAwait(false) ? Take(length) : throw new EndOfStreamException();
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        var taken = _buffer.AsMemory(_start, length);
        _start += length;
        return taken;
    }

    /// <summary>Makes sure of so many bytes; false if the source has ended before the first.</summary>
    private async ValueTask<bool> FillAsync(int count, CancellationToken cancellationToken)
    {
        if (_buffer.Length - _start < count || _start == _end)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        while (_end - _start < count)
        {
            var read = await source.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return _end == _start ? false : throw new EndOfStreamException();
            }

            _end += read;
        }

        return true;
    }
}
