using System.Buffers.Binary;
using System.Text;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.Serialization;

/// <summary>
/// Writes the protobuf wire format. The length of a nested message is written in a fixed four bytes once its end is known:
/// a varint padded with continuation bits, which every reader accepts, saves computing sizes beforehand. Not thread-safe.
/// </summary>
public sealed class ProtoWriter
{
    private const int LengthBytes = 4;

    private byte[] _buffer = new byte[1024];
    private int _length;

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    public void Int(int field, long value)
    {
        Tag(field, 0);
        Varint(unchecked((ulong)value));
    }

    public void Boolean(int field, bool value) => Int(field, value ? 1 : 0);

    public void Double(int field, double value)
    {
        Tag(field, 1);
        BinaryPrimitives.WriteDoubleLittleEndian(Grow(8), value);
    }

    public void String(int field, string value)
    {
        Tag(field, 2);
        var length = Encoding.UTF8.GetByteCount(value);
        Varint((ulong)length);
        Encoding.UTF8.GetBytes(value, Grow(length));
    }

    public void Bytes(int field, ReadOnlyMemory<byte> value)
    {
        Tag(field, 2);
        Varint((ulong)value.Length);
        value.Span.CopyTo(Grow(value.Length));
    }

    public void Message(int field, IWritable value)
    {
        var start = Begin(field);
        value.WriteProto(this);
        End(start);
    }

    /// <summary>Opens a nested message; what comes until <see cref="End"/> is its content.</summary>
    /// <returns>What <see cref="End"/> needs.</returns>
    public int Begin(int field)
    {
        Tag(field, 2);
        Grow(LengthBytes);
        return _length;
    }

    public void End(int start)
    {
        var length = (uint)(_length - start);
        var target = _buffer.AsSpan(start - LengthBytes, LengthBytes);
        for (var i = 0; i < LengthBytes; i++)
        {
            target[i] = (byte)((length & 0x7f) | (i < LengthBytes - 1 ? 0x80u : 0));
            length >>= 7;
        }
    }

    public void Time(int field, DateTimeOffset value)
    {
        var start = Begin(field);
        var ticks = value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        Int(1, Math.DivRem(ticks, TimeSpan.TicksPerSecond, out var rest));
        Int(2, rest * 100);
        End(start);
    }

    public void Quantity(int field, Quantity value) => Only(field, value.ToString());

    public void IntOrString(int field, IntOrString value)
    {
        var start = Begin(field);
        Int(1, value.IsString ? 1 : 0);
        Int(2, value.IsString ? 0 : value.IntValue);
        String(3, value.Text ?? "");
        End(start);
    }

    public void Raw(int field, RawJson value)
    {
        var start = Begin(field);
        Bytes(1, value.Utf8);
        End(start);
    }

    public void Texts(int field, IReadOnlyList<string> values)
    {
        var start = Begin(field);
        foreach (var value in values)
        {
            String(1, value);
        }

        End(start);
    }

    /// <summary>A message whose field 1 is the text.</summary>
    private void Only(int field, string value)
    {
        var start = Begin(field);
        String(1, value);
        End(start);
    }

    private void Tag(int field, int wireType) => Varint((ulong)((field << 3) | wireType));

    private void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            Grow(1)[0] = (byte)(value | 0x80);
            value >>= 7;
        }

        Grow(1)[0] = (byte)value;
    }

    private Span<byte> Grow(int count)
    {
        if (_length + count > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + count));
        }

        var span = _buffer.AsSpan(_length, count);
        _length += count;
        return span;
    }
}
