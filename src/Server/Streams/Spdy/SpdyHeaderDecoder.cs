using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ActorKube.Server.Streams.Spdy;

/// <summary>
/// Decodes the header blocks of one direction of a connection, in their order: all of them are one zlib stream that is preset with <see cref="SpdyDictionary"/>.
/// <para>
/// .NET's inflater can't be given a dictionary. A preset dictionary is nothing but text that later bytes may refer back to, though, so the same is reached by
/// inflating the dictionary itself first, as a stored block (RFC 1951, section 3.2.4), and throwing the result away.
/// </para>
/// </summary>
internal sealed class SpdyHeaderDecoder : IDisposable
{
    private const int MaxHeaders = 256;
    private const int MaxText = 16 * 1024;
    private const int ZlibHead = 6;

    private readonly Feed _feed = new();
    private readonly DeflateStream _inflater;
    private bool _hasBegun;

    public SpdyHeaderDecoder() => _inflater = new DeflateStream(_feed, CompressionMode.Decompress);

    /// <summary>The headers of the next block, by their names in lower case.</summary>
    /// <exception cref="SpdyException">It isn't one, or is larger than any sender of streams needs.</exception>
    public IReadOnlyDictionary<string, string> Decode(ReadOnlyMemory<byte> block)
    {
        try
        {
            if (!_hasBegun)
            {
                block = Begin(block);
                _hasBegun = true;
            }

            _feed.Give(block);
            return Parse();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new SpdyException("a header block that can't be decompressed", e);
        }
    }

    public void Dispose() => _inflater.Dispose();

    /// <summary>Checks the zlib stream's head, which asks for the dictionary, and gives what follows it.</summary>
    private ReadOnlyMemory<byte> Begin(ReadOnlyMemory<byte> block)
    {
        const byte Deflate = 8;
        const byte WithDictionary = 0x20;
        var head = block.Span;
        if (head.Length < ZlibHead || (head[0] & 0xf) != Deflate || (head[1] & WithDictionary) == 0 || BinaryPrimitives.ReadUInt32BigEndian(head[2..]) != SpdyDictionary.Checksum)
        {
            throw new SpdyException("header blocks that aren't compressed with the dictionary of SPDY/3");
        }

        var text = SpdyDictionary.Bytes;
        var length = (ushort)text.Length;
        _feed.Give((byte[])[0, (byte)length, (byte)(length >> 8), (byte)~length, (byte)(~length >> 8), .. text.Span]);
        _inflater.ReadExactly(new byte[text.Length]);
        return block[ZlibHead..];
    }

    /// <summary>A count, then names and values, each behind its length. Two of the same name are an error.</summary>
    private Dictionary<string, string> Parse()
    {
        var count = Number(MaxHeaders);
        var headers = new Dictionary<string, string>(count, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < count; i++)
        {
            var name = Text();
            if (!headers.TryAdd(name, Text()))
            {
                throw new SpdyException($"the header {name} twice");
            }
        }

        return headers;
    }

    private string Text()
    {
        var bytes = new byte[Number(MaxText)];
        _inflater.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private int Number(int max)
    {
        Span<byte> bytes = stackalloc byte[4];
        _inflater.ReadExactly(bytes);
        var number = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return number <= max ? (int)number : throw new SpdyException($"{number} headers, or a header of that length");
    }

    /// <summary>What the inflater reads from: one block after the other.</summary>
    private sealed class Feed : Stream
    {
        private ReadOnlyMemory<byte> _left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public void Give(ReadOnlyMemory<byte> block) => _left = block;

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, _left.Length);
            _left.Span[..count].CopyTo(buffer);
            _left = _left[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
