using System.Buffers.Binary;
using System.Text;

namespace ActorKube.Server.Streams.Spdy;

/// <summary>
/// Encodes the header blocks of one direction of a connection, in their order. They are stored blocks (RFC 1951, section 3.2.4): replies carry no headers, so there is nothing
/// to compress. An empty block follows each, as zlib's flush makes one; some inflaters give nothing out before it.
/// </summary>
internal sealed class SpdyHeaderEncoder
{
    // CM 8 (deflate) with a window of 32 KiB, level 2, FDICT, and the check bits that make it a multiple of 31; then the dictionary's checksum.
    private static readonly byte[] Head = [0x78, 0xbb, .. BigEndian(SpdyDictionary.Checksum)];
    private static readonly byte[] Flush = [0, 0, 0, 0xff, 0xff];

    private bool _hasBegun;

    /// <param name="headers">Names in lower case; less than 64 KiB in all.</param>
    public byte[] Encode(IReadOnlyCollection<KeyValuePair<string, string>> headers)
    {
        List<byte> text = [.. BigEndian((uint)headers.Count)];
        foreach (var (name, value) in headers)
        {
            Add(text, name);
            Add(text, value);
        }

        var length = checked((ushort)text.Count);
        byte[] head = _hasBegun ? [] : Head;
        _hasBegun = true;
        return [.. head, 0, (byte)length, (byte)(length >> 8), (byte)~length, (byte)(~length >> 8), .. text, .. Flush];
    }

    private static void Add(List<byte> text, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        text.AddRange(BigEndian((uint)bytes.Length));
        text.AddRange(bytes);
    }

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
